import { css } from 'lit';

/** Colours and measures: every one may be set by the page through its `--cosmopilot-` property. */
const dark = css`
    --primary: var(--cosmopilot-primary, #2472e0);
    --accent: var(--cosmopilot-primary, #7db2ff);
    --background: var(--cosmopilot-background, #10171f);
    --surface: var(--cosmopilot-surface, #1b2530);
    --text: var(--cosmopilot-text, #e7edf5);
    --muted: var(--cosmopilot-muted, #9dacbf);
    --border: var(--cosmopilot-border, #2d3a49);
    --field: #7488a0;
    --danger: var(--cosmopilot-danger, #ff8b84);
    --success: var(--cosmopilot-success, #5fd39a);
    --warning: var(--cosmopilot-warning, #f2bf66);
    --deep: #0d2b55;
    --shade: #0009;
    color-scheme: dark;
`;

export const theme = css`
    :host {
        --primary: var(--cosmopilot-primary, #1268dc);
        --on-primary: var(--cosmopilot-on-primary, #fff);
        --accent: var(--cosmopilot-primary, #0f5bc4);
        --background: var(--cosmopilot-background, #fff);
        --surface: var(--cosmopilot-surface, #f1f5fa);
        --text: var(--cosmopilot-text, #14202e);
        --muted: var(--cosmopilot-muted, #566579);
        --border: var(--cosmopilot-border, #dbe3ed);
        --field: #7e8da0;
        --danger: var(--cosmopilot-danger, #c0271d);
        --success: var(--cosmopilot-success, #0b7443);
        --warning: var(--cosmopilot-warning, #8a5600);
        --deep: #0b4aa3;
        --shade: #0f2a5238;
        --radius: var(--cosmopilot-radius, 8px);
        --round: calc(var(--radius) * 1.5);
        --mono: var(--cosmopilot-mono, ui-monospace, Menlo, Consolas, monospace);
        color-scheme: light;
        font: 15px/1.55 var(--cosmopilot-font, system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif);
        color: var(--text);
    }
    @media (prefers-color-scheme: dark) {
        :host(:not([theme='light'])) { ${dark} }
    }
    :host([theme='dark']) { ${dark} }

    * { box-sizing: border-box; margin: 0; padding: 0; }
    [hidden] { display: none !important; }
    button, input, select, textarea { font: inherit; color: inherit; }
    button, select, label { cursor: pointer; }
    :disabled { cursor: default; }
    ul { list-style: none; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    .icon { flex: none; width: 1.2em; height: 1.2em; }
    small, .hint, .state, time { color: var(--muted); font-size: 12.5px; }
    .error { --tone: var(--danger); color: var(--danger); font-size: 13px; }
    .unseen, .file-field input { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .spinner { width: 1em; height: 1em; border: 2px solid; border-right-color: transparent; border-radius: 50%; animation: turn 0.8s linear infinite; }
    @keyframes turn { to { rotate: 1turn; } }
    @keyframes rise { from { opacity: 0; translate: 0 12px; } }
    @keyframes breathe { 50% { opacity: 0.25; } }
    @media (prefers-reduced-motion) {
        * { animation-duration: 1ms !important; animation-iteration-count: 1 !important; transition: none !important; }
    }
`;
