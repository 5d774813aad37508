import { css } from 'lit';

/** Launcher, panel, head, notices. */
export const frame = css`
    :host {
        position: fixed;
        right: var(--cosmopilot-offset, 24px);
        bottom: var(--cosmopilot-offset, 24px);
        z-index: var(--cosmopilot-z-index, 1000);
    }
    .launcher, .brand, .avatar, .tool, .mark { display: grid; flex: none; place-items: center; }
    .launcher, .brand, .first .avatar { border: 0; border-radius: 50%; color: #fff; background: linear-gradient(145deg, var(--primary), var(--deep)); }
    .launcher { position: relative; width: 60px; height: 60px; box-shadow: 0 8px 28px #0b3a8266; font-size: 27px; transition: scale 0.15s; }
    .launcher:hover { scale: 1.06; }
    .launcher .cut { fill: var(--primary); }
    .badge {
        position: absolute;
        top: -4px;
        right: -4px;
        min-width: 22px;
        padding: 0 5px;
        border: 2px solid var(--background);
        border-radius: 12px;
        background: #c8281e;
        font: 600 12px/18px system-ui;
    }
    .panel {
        position: absolute;
        right: 0;
        bottom: 76px;
        display: flex;
        flex-direction: column;
        width: min(var(--cosmopilot-width, 400px), 100vw - 32px);
        height: min(var(--cosmopilot-height, 680px), 100dvh - 132px);
        overflow: hidden;
        border: 1px solid var(--border);
        border-radius: calc(var(--radius) * 2);
        background: var(--background);
        box-shadow: 0 24px 64px var(--shade);
        animation: rise 0.2s;
    }
    .head { display: flex; align-items: center; gap: 12px; padding: 14px 12px 14px 16px; color: #fff; background: linear-gradient(120deg, var(--deep), var(--primary)); }
    .head > div { flex: 1; }
    h2 { font-size: 16px; line-height: 1.3; }
    .line { display: flex; align-items: center; gap: 6px; font-size: 12px; line-height: 1.4; }
    .line i { width: 7px; height: 7px; border-radius: 50%; background: #ffcf70; }
    .line.open i { background: #6ee7a8; }
    .line.signed-out i { display: none; }
    .head .tool { color: #fff; font-size: 13px; font-weight: 600; }
    .head .tool:hover { background: #fff3; }
    .head :focus-visible { outline-color: #fff; }
    .brand { width: 38px; height: 38px; font-size: 17px; }
    .head .brand { background: #fff3; }
    .middle .brand { width: 64px; height: 64px; font-size: 28px; }
    .tool { position: relative; width: 36px; height: 36px; border: 0; border-radius: var(--radius); background: none; color: var(--muted); }
    .tool:hover { background: var(--surface); }
    .notice { --tone: var(--warning); display: flex; gap: 8px; padding: 8px 16px; border-bottom: 1px solid var(--border); background: color-mix(in srgb, var(--tone) 12%, var(--background)); font-size: 13px; }
    .notice span { flex: 1; }
    .log { flex: 1; overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; }
    .log:focus-visible, pre:focus-visible { outline-offset: -3px; }
    .list { display: flex; flex-direction: column; gap: 6px; min-height: 100%; padding: 16px 16px 20px; }
    .middle { display: grid; flex: 1; place-content: center; justify-items: center; gap: 10px; padding: 32px; text-align: center; }
    h3 { margin-top: 8px; font-size: 19px; }
    .middle p { max-width: 28ch; color: var(--muted); }
    .middle .choice { margin-top: 10px; padding: 9px 28px; }
    .drop {
        position: absolute;
        inset: 8px;
        display: grid;
        place-content: center;
        justify-items: center;
        border: 2px dashed;
        border-radius: var(--round);
        background: var(--background);
        color: var(--accent);
        pointer-events: none;
    }
    @media (width <= 520px) {
        :host([open]) { inset: 0; }
        .panel { position: fixed; inset: 0; width: auto; height: auto; border: 0; border-radius: 0; }
        .panel:not([hidden]) + .launcher { display: none; }
    }
`;
