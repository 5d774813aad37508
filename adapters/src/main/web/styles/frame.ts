import { css } from 'lit';

/** Launcher, panel, head, notices. */
export const frame = css`
    :host {
        position: fixed;
        right: max(var(--cosmopilot-offset, 24px), env(safe-area-inset-right));
        bottom: max(var(--cosmopilot-offset, 24px), env(safe-area-inset-bottom));
        z-index: var(--cosmopilot-z-index, 1000);
    }
    .launcher {
        position: relative;
        display: grid;
        place-items: center;
        width: 60px;
        height: 60px;
        border: 0;
        border-radius: 50%;
        color: var(--on-primary);
        background: linear-gradient(145deg, var(--primary), var(--head));
        box-shadow: 0 8px 24px rgb(11 58 130 / 38%);
        font-size: 24px;
        transition: scale 0.15s, box-shadow 0.15s;
    }
    .launcher:hover { scale: 1.05; box-shadow: 0 12px 32px rgb(11 58 130 / 45%); }
    .launcher .cut { fill: var(--primary); }
    .badge {
        position: absolute;
        top: -4px;
        right: -4px;
        min-width: 22px;
        padding: 0 6px;
        border: 2px solid var(--background);
        border-radius: 12px;
        background: #c8281e;
        color: #fff;
        font-size: 12px;
        font-weight: 600;
        line-height: 18px;
    }
    .panel {
        position: absolute;
        right: 0;
        bottom: 76px;
        display: flex;
        flex-direction: column;
        width: min(var(--cosmopilot-width, 400px), calc(100vw - 32px));
        height: min(var(--cosmopilot-height, 680px), calc(100dvh - 132px));
        overflow: hidden;
        border: 1px solid var(--border);
        border-radius: calc(var(--radius) * 2);
        background: var(--background);
        box-shadow: var(--shadow);
        animation: rise 0.2s ease-out;
    }
    .head {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 14px 12px 14px 16px;
        color: #fff;
        background: linear-gradient(120deg, var(--head), var(--primary));
    }
    .head > div { flex: 1; min-width: 0; }
    .head h2 { font-size: 16px; font-weight: 650; line-height: 1.3; letter-spacing: 0.01em; }
    .head .line { display: flex; align-items: center; gap: 6px; font-size: 12px; line-height: 1.4; }
    .head .line i { width: 7px; height: 7px; border-radius: 50%; background: #ffcf70; }
    .head .line.open i { background: #6ee7a8; }
    .head .line.signed-out i { display: none; }
    .head .tool { color: #fff; font-size: 13px; font-weight: 600; }
    .head .tool:hover { background: rgb(255 255 255 / 18%); }
    .head :focus-visible { outline-color: #fff; }
    .brand {
        display: grid;
        place-items: center;
        width: 38px;
        height: 38px;
        border-radius: 50%;
        background: rgb(255 255 255 / 16%);
        box-shadow: inset 0 0 0 1.5px rgb(255 255 255 / 45%);
        font-size: 17px;
    }
    .brand.large {
        width: 64px;
        height: 64px;
        color: #fff;
        background: linear-gradient(145deg, var(--primary), var(--head));
        box-shadow: none;
        font-size: 28px;
    }
    .tool {
        position: relative;
        display: grid;
        flex: none;
        place-items: center;
        width: 36px;
        height: 36px;
        border: 0;
        border-radius: var(--radius);
        background: none;
        color: var(--muted);
        cursor: pointer;
    }
    .tool:hover { background: var(--surface); color: var(--text); }
    .notice {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px 16px;
        border-bottom: 1px solid var(--border);
        background: color-mix(in srgb, var(--warning) 12%, var(--background));
        font-size: 13px;
    }
    .notice.error { background: color-mix(in srgb, var(--danger) 12%, var(--background)); }
    .notice span { flex: 1; }
    .log { flex: 1; overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; }
    .log:focus-visible { outline-offset: -3px; }
    .list { display: flex; flex-direction: column; gap: 4px; min-height: 100%; padding: 16px 16px 20px; }
    .middle {
        display: flex;
        flex: 1;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 10px;
        padding: 32px;
        text-align: center;
    }
    .middle h3 { margin-top: 8px; font-size: 19px; font-weight: 650; }
    .middle p { max-width: 28ch; color: var(--muted); }
    .middle .choice { margin-top: 10px; padding: 9px 28px; }
    .drop {
        position: absolute;
        inset: 8px;
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 12px;
        border: 2px dashed var(--accent);
        border-radius: calc(var(--radius) * 1.5);
        background: color-mix(in srgb, var(--background) 92%, transparent);
        color: var(--accent);
        font-size: 17px;
        pointer-events: none;
    }
    .drop .icon { width: 40px; height: 40px; }
    @media (width <= 520px) {
        :host([open]) { inset: 0; }
        .panel { position: fixed; inset: 0; width: auto; height: 100dvh; border: 0; border-radius: 0; }
        .panel:not([hidden]) + .launcher { display: none; }
        .head { padding-top: max(12px, env(safe-area-inset-top)); }
    }
`;
