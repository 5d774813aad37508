import { css } from 'lit';

/** Messages, bubbles and the composer. */
export const messages = css`
    .day { display: flex; align-items: center; gap: 12px; margin: 8px 0; color: var(--muted); font-size: 12px; text-transform: capitalize; }
    .day::before, .day::after { flex: 1; height: 1px; background: var(--border); content: ''; }
    .message { display: flex; gap: 10px; animation: rise 0.18s; }
    .message.first:not(:first-child) { margin-top: 10px; }
    .avatar { width: 30px; height: 30px; margin-top: 2px; font-size: 13px; font-weight: 600; }
    .agent.first .avatar { background: #0b6b57; }
    .body { display: flex; flex: 1; flex-direction: column; align-items: flex-start; gap: 6px; min-width: 0; }
    .by { display: flex; align-items: center; gap: 8px; font-size: 12.5px; }
    .bubble { max-width: 100%; padding: 9px 13px; border-radius: 4px var(--round) var(--round); background: var(--surface); overflow-wrap: anywhere; }
    .bubble > * + *, .words > * + * { margin-top: 8px; }
    p ~ ul, .bubble ul, .words ul { padding-left: 18px; list-style: disc; }
    .bubble ol, .words ol { padding-left: 22px; }
    p code, li code { padding: 1px 5px; border-radius: 4px; background: color-mix(in srgb, var(--text) 9%, transparent); font: 0.88em var(--mono); }
    p a, li a { color: var(--accent); }
    .typed { white-space: pre-wrap; }
    .person .body { align-items: flex-end; padding-left: 48px; }
    .person .bubble { border-radius: var(--round) var(--round) 4px; background: var(--primary); color: var(--on-primary); }
    .agent .bubble { background: color-mix(in srgb, #10a37f 13%, var(--background)); }
    .system .body { align-items: center; text-align: center; }
    .system time { display: none; }
    .system .bubble { padding: 2px 14px; border-radius: 99px; color: var(--muted); font-size: 13px; }
    .state { display: flex; align-items: center; gap: 4px; }
    .state.failed { color: var(--danger); }
    .dots { display: inline-flex; gap: 5px; margin: 8px 0 0 40px; padding: 13px 15px; border-radius: 4px var(--round) var(--round); background: var(--surface); }
    .dots i { width: 7px; height: 7px; border-radius: 50%; background: var(--muted); animation: breathe 1.2s infinite; }
    .dots i + i { animation-delay: 0.15s; }
    .dots i + i + i { animation-delay: 0.3s; }

    .foot { position: relative; padding: 10px 12px 12px; border-top: 1px solid var(--border); }
    .jump {
        position: absolute;
        top: -46px;
        left: 50%;
        padding: 5px 14px;
        border: 1px solid var(--border);
        border-radius: 99px;
        background: var(--background);
        box-shadow: 0 4px 16px var(--shade);
        color: var(--accent);
        font-size: 13px;
        translate: -50%;
    }
    .entry { display: flex; align-items: flex-end; gap: 4px; padding: 4px; border: 1px solid var(--field); border-radius: var(--round); }
    .entry:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
    textarea { flex: 1; min-width: 0; max-height: 160px; padding: 6px 4px; border: 0; resize: none; background: none; field-sizing: content; scrollbar-width: thin; }
    textarea:focus-visible { outline: 0; }
    ::placeholder { color: var(--muted); opacity: 1; }
    .send:enabled { background: var(--primary); color: var(--on-primary); }
    .tool input { position: absolute; inset: 0; opacity: 0; font-size: 0; cursor: pointer; }
    .tool:has(:focus-visible), :focus-visible + .choice { outline: 2px solid var(--accent); }
    .composer .hint:not(:empty) { margin: 6px 6px 0; }
    .attachments { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 8px; }
    .attachments li { display: flex; align-items: center; gap: 6px; padding: 4px 4px 4px 10px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); font-size: 13px; overflow-wrap: anywhere; }
`;
