import { svg } from 'lit';

/** The widget's drawings: 24 x 24, in the colour of the text around them, never read aloud. */
const icon = (drawing: unknown) => svg`<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor"
    stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawing}</svg>`;
const line = (path: string) => icon(svg`<path d=${path} />`);

export const star = svg`<svg class="icon" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><path
    d="M12 1.5c1 6.6 3.9 9.5 10.5 10.5-6.6 1-9.5 3.9-10.5 10.5-1-6.6-3.9-9.5-10.5-10.5 6.6-1 9.5-3.9 10.5-10.5z" /></svg>`;
export const bubble = svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor"
    d="M12 2.5c-5.5 0-10 3.8-10 8.6 0 2.7 1.4 5 3.6 6.6l-.6 3.3a.6.6 0 0 0 .9.6l3.5-2c.8.2 1.7.2 2.6.2 5.5 0 10-3.9 10-8.7s-4.5-8.6-10-8.6z"
    /><path class="cut" d="M12 6.3c.5 3.3 1.6 4.4 4.9 4.9-3.3.5-4.4 1.6-4.9 4.9-.5-3.3-1.6-4.4-4.9-4.9 3.3-.5 4.4-1.6 4.9-4.9z" /></svg>`;
export const down = line('M6 9l6 6 6-6');
export const close = line('M6 6l12 12M18 6L6 18');
export const send = svg`<svg class="icon" viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><path
    d="M3.6 4.3c-.3-.9.6-1.7 1.5-1.3l15.7 7.9c.9.4.9 1.7 0 2.2l-15.7 7.9c-.9.4-1.8-.4-1.5-1.3l2-6.5 7.9-1.2-7.9-1.2z" /></svg>`;
export const clip = line('M20 11.5l-8.2 8.2a5 5 0 0 1-7-7l8.6-8.7a3.3 3.3 0 0 1 4.7 4.7l-8.6 8.6a1.7 1.7 0 0 1-2.4-2.4l7.7-7.6');
export const copy = icon(svg`<rect x="9" y="9" width="11" height="11" rx="2" /><path d="M5 15V6a2 2 0 0 1 2-2h8" />`);
export const tick = line('M5 12.5l4.5 4.5L19 7.5');
export const cross = line('M7 7l10 10M17 7L7 17');
export const clock = icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5V12l3 2" />`);
export const alert = icon(svg`<circle cx="12" cy="12" r="9" /><path d="M12 7.5v5.5M12 16.5v.01" />`);
export const file = line('M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5');
export const outward = line('M9 6h9v9M18 6L6.5 17.5');
export const search = icon(svg`<circle cx="11" cy="11" r="6.5" /><path d="M16 16l4.5 4.5" />`);
export const thumbUp = line('M7 11v9H4v-9zM7 11l4-8c1.6 0 2.6 1 2.6 2.6V9h4.9a2 2 0 0 1 2 2.3l-1.1 7a2 2 0 0 1-2 1.7H7');
export const thumbDown = line('M7 13V4H4v9zM7 13l4 8c1.6 0 2.6-1 2.6-2.6V15h4.9a2 2 0 0 0 2-2.3l-1.1-7a2 2 0 0 0-2-1.7H7');
