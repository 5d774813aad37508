import { css } from 'lit';

/** Forms inside messages. */
export const forms = css`
    fieldset { display: grid; gap: 14px; min-width: 0; border: 0; }
    .name { display: block; margin-bottom: 4px; font-size: 14px; font-weight: 550; }
    .name i { margin-left: 3px; color: var(--danger); }
    .text, select {
        width: 100%;
        min-width: 0;
        min-height: 38px;
        padding: 6px 11px;
        border: 1px solid var(--field);
        border-radius: var(--radius);
        background: var(--background);
    }
    .text:focus-visible, select:focus-visible { border-color: var(--accent); outline-width: 1px; outline-offset: 0; }
    [aria-invalid] { --accent: var(--danger); border-color: var(--danger); }
    .field .hint, .field .error { margin-top: 4px; }
    .field .error, .submitted, .check { display: flex; gap: 6px; }
    .error .icon { margin-top: 2px; }
    .with-button { position: relative; }
    .with-button input { padding-right: 72px; }
    .with-button .quiet { position: absolute; inset: 5px 5px 5px auto; }
    .check input { flex: none; width: 18px; height: 18px; margin: 3px 4px 0 0; accent-color: var(--primary); }
    .file-field { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; font-size: 14px; overflow-wrap: anywhere; }
    [data-submit] { width: 100%; margin-top: 16px; }
    .submitted { align-items: center; margin-top: 14px; color: var(--success); font-size: 14px; font-weight: 600; }
    fieldset:disabled > * { opacity: 0.75; }
`;
