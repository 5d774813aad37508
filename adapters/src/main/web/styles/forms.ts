import { css } from 'lit';

/** Forms inside messages. */
export const forms = css`
    fieldset { display: grid; gap: 14px; min-width: 0; margin: 0; padding: 0; border: 0; }
    .field > label:not(.check, .file-field) { display: block; margin-bottom: 4px; font-size: 14px; font-weight: 550; }
    .required { margin-left: 3px; color: var(--danger); }
    .field input:not([type='checkbox'], [type='file']), .field select, .search input {
        width: 100%;
        min-height: 38px;
        padding: 6px 11px;
        border: 1px solid var(--field);
        border-radius: var(--radius);
        background: var(--background);
    }
    .field :is(input, select):focus-visible, .search input:focus-visible {
        border-color: var(--accent);
        outline: 1px solid var(--accent);
        outline-offset: 0;
    }
    .field [aria-invalid='true'] { border-color: var(--danger) !important; outline-color: var(--danger) !important; }
    .field .hint { margin-top: 4px; }
    .field .error { display: flex; align-items: flex-start; gap: 5px; margin-top: 4px; }
    .field .error .icon { width: 16px; height: 16px; margin-top: 2px; }
    .with-button { position: relative; }
    .field .with-button input { padding-right: 72px; }
    .with-button .quiet { position: absolute; inset: 5px 5px 5px auto; }
    .check { display: flex; align-items: flex-start; gap: 10px; font-weight: 500; }
    .check input { flex: none; width: 18px; height: 18px; margin: 3px 0 0; accent-color: var(--primary); }
    .file-field { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; font-size: 14px; overflow-wrap: anywhere; cursor: pointer; }
    .file-field input { position: absolute; width: 1px; height: 1px; opacity: 0; }
    .file-field input:focus-visible + .choice { outline: 2px solid var(--accent); outline-offset: 2px; }
    form .choice[data-submit] { width: 100%; margin-top: 16px; }
    .submitted { display: flex; align-items: center; gap: 6px; margin-top: 14px; color: var(--success); font-size: 14px; font-weight: 600; }
    fieldset:disabled :is(input, select) { background: var(--surface); color: var(--muted); cursor: default; }
`;
