import { css } from 'lit';

/** Colours and measures: every one may be set by the page through its `--cosmopilot-` property. */
const dark = css`
    --primary: var(--cosmopilot-primary, #2f7be8);
    --on-primary: var(--cosmopilot-on-primary, #fff);
    --accent: var(--cosmopilot-primary, #7db2ff);
    --background: var(--cosmopilot-background, #10171f);
    --surface: var(--cosmopilot-surface, #1b2530);
    --raised: var(--cosmopilot-background, #151e28);
    --text: var(--cosmopilot-text, #e7edf5);
    --muted: var(--cosmopilot-muted, #9dacbf);
    --border: var(--cosmopilot-border, #2d3a49);
    --field: #7488a0;
    --danger: var(--cosmopilot-danger, #ff8b84);
    --success: var(--cosmopilot-success, #5fd39a);
    --warning: var(--cosmopilot-warning, #f2bf66);
    --head: #0d2b55;
    --shadow: 0 24px 64px rgb(0 0 0 / 55%), 0 2px 8px rgb(0 0 0 / 40%);
    color-scheme: dark;
`;

export const theme = css`
    :host {
        --primary: var(--cosmopilot-primary, #1268dc);
        --on-primary: var(--cosmopilot-on-primary, #fff);
        --accent: var(--cosmopilot-primary, #0f5bc4);
        --background: var(--cosmopilot-background, #fff);
        --surface: var(--cosmopilot-surface, #f1f5fa);
        --raised: var(--cosmopilot-background, #fff);
        --text: var(--cosmopilot-text, #14202e);
        --muted: var(--cosmopilot-muted, #566579);
        --border: var(--cosmopilot-border, #dbe3ed);
        --field: #7e8da0;
        --danger: var(--cosmopilot-danger, #c0271d);
        --success: var(--cosmopilot-success, #0d7a48);
        --warning: var(--cosmopilot-warning, #8f5a00);
        --head: #0b4aa3;
        --shadow: 0 24px 64px rgb(15 42 82 / 22%), 0 2px 8px rgb(15 42 82 / 12%);
        --radius: var(--cosmopilot-radius, 8px);
        --mono: var(--cosmopilot-mono, ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace);
        color-scheme: light;
        font: 15px/1.55 var(--cosmopilot-font, system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif);
        color: var(--text);
    }
    @media (prefers-color-scheme: dark) {
        :host(:not([theme='light'])) { ${dark} }
    }
    :host([theme='dark']) { ${dark} }

    *, ::before, ::after { box-sizing: border-box; }
    [hidden] { display: none !important; }
    button, input, select, textarea { font: inherit; color: inherit; }
    button, select, label.check { cursor: pointer; }
    h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
    ul { list-style: none; }
    :focus { outline: none; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    .icon { width: 1.25em; height: 1.25em; flex: none; display: block; }
    .unseen {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
    }
    .spinner {
        display: inline-block;
        width: 1em;
        height: 1em;
        border: 2px solid currentColor;
        border-right-color: transparent;
        border-radius: 50%;
        animation: turn 0.8s linear infinite;
    }
    .spinner.large { width: 28px; height: 28px; color: var(--accent); }
    @keyframes turn { to { rotate: 1turn; } }
    @keyframes rise { from { opacity: 0; translate: 0 12px; } }
    @keyframes breathe { 50% { opacity: 0.25; translate: 0 -3px; } }
    @media (prefers-reduced-motion: reduce) {
        *, ::before, ::after { animation-duration: 1ms !important; animation-iteration-count: 1 !important; transition: none !important; }
    }
`;
