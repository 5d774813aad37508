import { css } from 'lit';

/** Cards, buttons, chips, steps, code. */
export const blocks = css`
    .card, .code { width: 100%; border: 1px solid var(--border); border-radius: var(--round); }
    .card { padding: 12px 14px; }
    .body > cosmopilot-form, .body > cosmopilot-search-list { display: block; width: 100%; }
    .card header { display: flex; align-items: baseline; gap: 8px; margin-bottom: 10px; }
    .card header b, .link span { flex: 1; min-width: 0; }
    .card small { display: block; overflow-wrap: anywhere; }

    .choices { display: flex; flex-wrap: wrap; gap: 8px; padding: 2px 0; }
    * + .choices { margin-top: 4px; }
    .card .choices { margin-top: 12px; }
    .choice {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-height: 36px;
        padding: 6px 14px;
        border: 1px solid color-mix(in srgb, currentColor 50%, var(--border));
        border-radius: var(--radius);
        background: var(--background);
        color: var(--accent);
        font-size: 14px;
        font-weight: 500;
        line-height: 1.4;
        text-decoration: none;
        overflow-wrap: anywhere;
    }
    .danger { color: var(--danger); }
    .primary { border-color: transparent; background: var(--primary); color: var(--on-primary); }
    .choice:hover { background: color-mix(in srgb, currentColor 10%, var(--background)); }
    .primary:hover { background: color-mix(in srgb, var(--primary) 88%, #000); }
    .choice:disabled { border-color: var(--border); background: var(--surface); color: var(--muted); }
    .choice[aria-pressed] { border-color: var(--accent); color: var(--accent); font-weight: 650; }
    .quiet { display: inline-flex; align-items: center; gap: 5px; padding: 3px 8px; border: 0; border-radius: var(--radius); background: none; color: var(--accent); font-size: 13px; }
    .quiet:hover { background: color-mix(in srgb, currentColor 12%, transparent); }
    .search { display: flex; align-items: center; gap: 8px; color: var(--muted); }
    .found { display: grid; max-height: 232px; margin: 8px -6px 0; padding: 2px; overflow-y: auto; scrollbar-width: thin; }
    .found .choice { justify-content: flex-start; border-color: transparent; text-align: left; }
    .found .choice:enabled { color: var(--text); }

    .chip { padding: 1px 9px; border-radius: 99px; background: color-mix(in srgb, currentColor 11%, var(--background)); color: var(--muted); font-size: 12px; font-weight: 600; white-space: nowrap; }
    .running, .requested, .progressing, .countered { --tone: var(--warning); }
    .done, .approved, .accepted, .healthy { --tone: var(--success); }
    .failed, .refused, .expired { --tone: var(--danger); }
    .chip, .mark { color: var(--tone, var(--muted)); }

    progress { width: 100%; height: 6px; margin-bottom: 10px; accent-color: var(--tone); }
    .progress ol { display: grid; gap: 8px; list-style: none; }
    .progress li { display: flex; gap: 10px; }
    .progress .waiting { color: var(--muted); }
    .mark { width: 20px; height: 23px; }

    .status { padding-block: 4px; }
    .status li { display: flex; align-items: center; gap: 10px; padding: 7px 0; }
    .status li + li { border-top: 1px solid var(--border); }
    .status b { overflow-wrap: anywhere; }
    .status small { flex: 1; }
    .dot { flex: none; width: 9px; height: 9px; border-radius: 50%; background: var(--tone, var(--field)); }

    .code { overflow: hidden; background: var(--surface); }
    figcaption { display: flex; justify-content: space-between; align-items: center; padding: 4px 6px 4px 14px; border-bottom: 1px solid var(--border); color: var(--muted); font-size: 12px; }
    pre { max-height: 320px; padding: 10px 14px; overflow: auto; font: 13px/1.6 var(--mono); scrollbar-width: thin; }
    .link { display: flex; align-items: center; gap: 12px; color: var(--text); text-decoration: none; }
    .link:hover { border-color: var(--accent); }
    dl { display: grid; gap: 6px; }
    dl > div { display: flex; gap: 12px; }
    dt { flex: 0 0 30%; color: var(--muted); }
    dd { overflow-wrap: anywhere; }
`;
