/** The portal's few drawn signs: 24 by 24, in the colour of the text around them, silent for screen readers. */
import { svg, html, type TemplateResult, type SVGTemplateResult } from 'lit';

const drawings = {
    check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
    dot: svg`<circle cx="12" cy="12" r="4"/>`,
    cross: svg`<path d="m7 7 10 10M17 7 7 17"/>`,
    warning: svg`<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.3v.2"/>`,
    clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`,
    pause: svg`<path d="M9 7v10M15 7v10"/>`,
    spin: svg`<path d="M20 12a8 8 0 1 1-5.5-7.6"/>`,
    chat: svg`<path d="M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-4.5 4v-4A2.5 2.5 0 0 1 4 13.5z"/>`,
    arrow: svg`<path d="M5 12h14M13 6l6 6-6 6"/>`,
    back: svg`<path d="M19 12H5M11 6l-6 6 6 6"/>`,
    out: svg`<path d="M13 5h6v6M19 5l-9 9M17 14v5H5V7h5"/>`,
    eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/>`,
    'eye-off': svg`<path d="M4 4l16 16M9.9 5.8A9.6 9.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.6M6.2 7.4A16.5 16.5 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-.9"/>`,
    person: svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>`,
    box: svg`<path d="m12 3 8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9"/>`,
    upload: svg`<path d="M12 16V5M7 10l5-5 5 5M4 19h16"/>`,
    sheet: svg`<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>`,
    rocket: svg`<path d="M13.5 4.5c3-2 6-1.5 6-1.5s.5 3-1.5 6l-6.5 6.5-3.5-3.5zM9 7.5H5.5L3.5 11l4 .5M16.5 15v3.5L13 20.5l-.5-4M6 16c-1.5 1-2 4-2 4s3-.5 4-2"/>`,
    globe: svg`<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c2.5 2.5 3.5 5.5 3.5 8.5s-1 6-3.5 8.5c-2.5-2.5-3.5-5.5-3.5-8.5s1-6 3.5-8.5z"/>`,
    hand: svg`<path d="M4 13v-2a8 8 0 0 1 16 0v2M4 13h3v5H5.5A1.5 1.5 0 0 1 4 16.5zM20 13h-3v5h1.5a1.5 1.5 0 0 0 1.5-1.5zM18 18c0 2-2 3-4.5 3"/>`,
    lock: svg`<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>`,
    pulse: svg`<path d="M3 12h4l2.5-6 4.5 12 2.5-6H21"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type Icon = keyof typeof drawings;

export function icon(name: Icon, extra = ''): TemplateResult {
    return html`<svg class="icon ${extra}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawings[name]}</svg>`;
}

/** The product's mark: a conversation with a course through it. */
export function mark(): TemplateResult {
    return html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path class="mark-ground" d="M9 2h14a7 7 0 0 1 7 7v10a7 7 0 0 1-7 7h-8l-6.2 4.6A1.1 1.1 0 0 1 7 29.7V25.7A7 7 0 0 1 2 19V9a7 7 0 0 1 7-7z"/>
        <path class="mark-needle" d="M22.6 7.4 18.3 17.3 8.4 21.6 12.7 11.7z"/>
        <circle class="mark-pivot" cx="15.5" cy="14.5" r="1.9"/>
    </svg>`;
}
