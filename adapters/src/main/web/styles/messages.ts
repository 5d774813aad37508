import { css } from 'lit';

/** Messages, bubbles and the composer. */
export const messages = css`
    .day { display: flex; align-items: center; gap: 12px; margin: 8px 0; color: var(--muted); font-size: 12px; }
    .day::before, .day::after { flex: 1; height: 1px; background: var(--border); content: ''; }
    .message { display: flex; gap: 10px; animation: rise 0.18s ease-out; }
    .message.first:not(:first-child) { margin-top: 12px; }
    .avatar {
        display: grid;
        flex: none;
        place-items: center;
        align-self: flex-start;
        width: 30px;
        height: 30px;
        margin-top: 2px;
        border-radius: 50%;
        font-size: 13px;
        font-weight: 600;
    }
    .first .avatar { color: #fff; background: linear-gradient(145deg, var(--primary), var(--head)); }
    .agent.first .avatar { background: #0b6b57; }
    .body { display: flex; flex: 1; flex-direction: column; align-items: flex-start; gap: 6px; min-width: 0; }
    .by { display: flex; align-items: center; gap: 8px; font-size: 12px; color: var(--muted); }
    .by b { color: var(--text); font-weight: 600; }
    .bubble {
        max-width: 100%;
        padding: 9px 13px;
        border-radius: 4px calc(var(--radius) * 1.75) calc(var(--radius) * 1.75);
        background: var(--surface);
        overflow-wrap: anywhere;
    }
    .bubble > * + *, .words > * + * { margin-top: 8px; }
    .bubble ul, .words ul { padding-left: 18px; list-style: disc; }
    .bubble ol, .words ol { padding-left: 22px; }
    .bubble code, .words code {
        padding: 1px 5px;
        border-radius: 4px;
        background: color-mix(in srgb, var(--text) 9%, transparent);
        font: 0.88em var(--mono);
    }
    .log a:not(.link, .choice) { color: var(--accent); text-underline-offset: 2px; }
    .typed { white-space: pre-wrap; }
    .person .body { align-items: flex-end; padding-left: 48px; }
    .person .bubble {
        border-radius: calc(var(--radius) * 1.75) calc(var(--radius) * 1.75) 4px;
        background: var(--primary);
        color: var(--on-primary);
    }
    .agent .bubble { background: color-mix(in srgb, #10a37f 13%, var(--background)); }
    .system { justify-content: center; text-align: center; }
    .system .body { align-items: center; }
    .system .by time { display: none; }
    .system .bubble { padding: 4px 14px; border-radius: 99px; color: var(--muted); font-size: 13px; }
    .state { display: flex; align-items: center; gap: 4px; color: var(--muted); font-size: 12px; }
    .state .icon { width: 14px; height: 14px; }
    .state.failed, p.error { color: var(--danger); }
    p.error { font-size: 13px; }
    [data-pending='queued'] .bubble, [data-pending='failed'] .bubble {
        background: color-mix(in srgb, var(--primary) 82%, var(--background));
    }
    .typing { margin: 12px 0 0 40px; }
    .dots { display: inline-flex; gap: 5px; padding: 13px 15px; border-radius: 4px 14px 14px; background: var(--surface); }
    .dots i { width: 7px; height: 7px; border-radius: 50%; background: var(--muted); animation: breathe 1.2s infinite; }
    .dots i:nth-child(2) { animation-delay: 0.15s; }
    .dots i:nth-child(3) { animation-delay: 0.3s; }

    .foot { position: relative; padding: 10px 12px max(12px, env(safe-area-inset-bottom)); border-top: 1px solid var(--border); }
    .jump {
        position: absolute;
        top: -46px;
        left: 50%;
        display: flex;
        align-items: center;
        gap: 6px;
        padding: 5px 14px;
        border: 1px solid var(--border);
        border-radius: 99px;
        background: var(--raised);
        box-shadow: 0 4px 16px rgb(0 0 0 / 16%);
        color: var(--accent);
        font-size: 13px;
        translate: -50% 0;
    }
    .composer .line {
        display: flex;
        align-items: flex-end;
        gap: 4px;
        padding: 4px;
        border: 1px solid var(--field);
        border-radius: calc(var(--radius) * 1.5);
        background: var(--raised);
    }
    .composer .line:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
    .composer textarea {
        flex: 1;
        min-width: 0;
        max-height: 160px;
        padding: 6px 4px;
        border: 0;
        outline: 0;
        resize: none;
        background: none;
        scrollbar-width: thin;
    }
    ::placeholder { color: var(--muted); opacity: 1; }
    .composer .send { background: var(--primary); color: var(--on-primary); }
    .composer .send:disabled { background: none; color: var(--muted); cursor: default; }
    .tool input[type='file'] { position: absolute; inset: 0; width: 100%; opacity: 0; cursor: pointer; }
    .tool input::file-selector-button { cursor: pointer; }
    .tool:has(input:focus-visible) { outline: 2px solid var(--accent); outline-offset: -2px; }
    .composer .hint { margin-left: 6px; }
    .composer .hint:not(:empty) { margin-top: 6px; }
    .attachments { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 8px; }
    .attachments li {
        display: flex;
        align-items: center;
        gap: 6px;
        max-width: 100%;
        padding: 4px 4px 4px 10px;
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
        font-size: 13px;
    }
    .attachments span { min-width: 0; overflow-wrap: anywhere; }
    .attachments .error { border-color: var(--danger); color: var(--danger); }
    .hint { color: var(--muted); font-size: 12.5px; }
    .hint.error { color: var(--danger); }
`;
