import { css } from 'lit';

/** Cards, buttons, chips, steps, code. */
export const blocks = css`
    .card {
        width: 100%;
        padding: 12px 14px;
        border: 1px solid var(--border);
        border-radius: calc(var(--radius) * 1.25);
        background: var(--raised);
    }
    .body > cosmopilot-form, .body > cosmopilot-search-list { display: block; width: 100%; }
    .card header { display: flex; align-items: baseline; gap: 8px; margin-bottom: 10px; }
    .card header b { flex: 1; font-weight: 650; }
    .card small { display: block; color: var(--muted); font-size: 12.5px; overflow-wrap: anywhere; }
    .confirm .choices { margin-top: 12px; }

    .choices { display: flex; flex-wrap: wrap; gap: 8px; }
    .body > .choices { padding: 2px 0; }
    .choice {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-height: 36px;
        padding: 6px 14px;
        border: 1px solid var(--field);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--text);
        font-size: 14px;
        font-weight: 500;
        line-height: 1.4;
        text-align: center;
        text-decoration: none;
        overflow-wrap: anywhere;
        transition: background 0.12s;
    }
    .choice .icon { width: 16px; height: 16px; }
    .choice.plain { color: var(--accent); border-color: color-mix(in srgb, var(--accent) 45%, var(--border)); }
    .choice.danger { color: var(--danger); border-color: color-mix(in srgb, var(--danger) 55%, var(--border)); }
    .choice.primary { border-color: transparent; background: var(--primary); color: var(--on-primary); }
    .choice:hover:enabled { background: var(--surface); }
    .choice.primary:hover { background: color-mix(in srgb, var(--primary) 88%, #000); }
    .choice.danger:hover:enabled { background: color-mix(in srgb, var(--danger) 9%, var(--raised)); }
    .choice:disabled { border-color: var(--border); background: var(--surface); color: var(--muted); cursor: default; }
    .choice[aria-pressed='true'] { border-color: var(--accent); color: var(--accent); font-weight: 650; }
    .choice.thumb { width: 44px; padding: 0; }
    .choice.thumb .icon { width: 20px; height: 20px; }
    .quiet {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        padding: 3px 8px;
        border: 0;
        border-radius: calc(var(--radius) - 2px);
        background: none;
        color: var(--accent);
        font-size: 13px;
    }
    .quiet:hover { background: color-mix(in srgb, var(--accent) 12%, transparent); }
    .quiet .icon { width: 16px; height: 16px; }
    .search { display: flex; align-items: center; gap: 8px; color: var(--muted); }
    .search input { flex: 1; min-width: 0; }
    .found { display: grid; gap: 2px; max-height: 232px; margin: 8px -6px -4px; padding: 2px; overflow-y: auto; scrollbar-width: thin; }
    .found .choice { justify-content: flex-start; border-color: transparent; background: none; color: var(--text); text-align: left; }
    .found .choice[aria-pressed='true'] { color: var(--accent); }

    .chip {
        padding: 1px 9px;
        border-radius: 99px;
        background: var(--surface);
        color: var(--muted);
        font-size: 12px;
        font-weight: 600;
        white-space: nowrap;
    }
    .chip:is(.running, .requested, .progressing, .countered) { color: var(--warning); background: color-mix(in srgb, var(--warning) 13%, var(--raised)); }
    .chip:is(.done, .approved, .accepted, .healthy) { color: var(--success); background: color-mix(in srgb, var(--success) 11%, var(--raised)); }
    .chip:is(.failed, .refused, .expired) { color: var(--danger); background: color-mix(in srgb, var(--danger) 10%, var(--raised)); }
    .chip.agent { color: var(--text); }

    progress { display: block; width: 100%; height: 5px; margin-bottom: 12px; border: 0; border-radius: 3px; overflow: hidden; appearance: none; background: var(--border); }
    progress::-webkit-progress-bar { background: var(--border); }
    progress::-webkit-progress-value { border-radius: 3px; background: var(--primary); transition: inline-size 0.4s; }
    progress::-moz-progress-bar { border-radius: 3px; background: var(--primary); }
    [data-state='done'] progress::-webkit-progress-value { background: var(--success); }
    [data-state='failed'] progress::-webkit-progress-value { background: var(--danger); }
    .progress ol { display: grid; gap: 8px; list-style: none; }
    .progress li { display: flex; gap: 10px; }
    .progress li.waiting { color: var(--muted); }
    .mark { display: grid; flex: none; place-items: center; width: 20px; height: 23px; color: var(--muted); }
    .mark .icon { width: 18px; height: 18px; }
    .running .mark { color: var(--accent); }
    .done .mark { color: var(--success); }
    .failed .mark { color: var(--danger); }

    .status { display: grid; padding-block: 4px; }
    .status li { display: flex; align-items: center; gap: 10px; padding: 7px 0; }
    .status li + li { border-top: 1px solid var(--border); }
    .status b { overflow-wrap: anywhere; font-weight: 600; }
    .status span:not(.chip) { flex: 1; color: var(--muted); font-size: 13px; }
    .dot { flex: none; width: 9px; height: 9px; border-radius: 50%; background: var(--field); }
    .dot.healthy { background: var(--success); }
    .dot.progressing { background: var(--warning); }
    .dot.failed { background: var(--danger); }

    .code { width: 100%; border: 1px solid var(--border); border-radius: calc(var(--radius) * 1.25); overflow: hidden; background: var(--surface); }
    .code figcaption { display: flex; justify-content: space-between; align-items: center; padding: 4px 6px 4px 14px; border-bottom: 1px solid var(--border); color: var(--muted); font-size: 12px; }
    .code pre { max-height: 320px; margin: 0; padding: 10px 14px; overflow: auto; font: 13px/1.6 var(--mono); scrollbar-width: thin; tab-size: 4; }
    .code pre:focus-visible { outline-offset: -2px; }
    .card.link { display: flex; align-items: center; gap: 12px; color: var(--text); text-decoration: none; }
    .card.link span { flex: 1; min-width: 0; }
    .card.link b { font-weight: 600; }
    .card.link .icon { color: var(--accent); }
    .card.link:hover { border-color: var(--accent); background: color-mix(in srgb, var(--accent) 5%, var(--raised)); }
    dl { display: grid; gap: 6px; }
    dl > div { display: flex; gap: 12px; }
    dt { flex: 0 0 32%; color: var(--muted); font-size: 14px; }
    dd { overflow-wrap: anywhere; font-weight: 500; }
    .approval .choices { margin-top: 14px; }
`;
