/** Labelled fields with their hint and their errors. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons';

export interface TextField {
    readonly name: string;
    readonly label: string;
    readonly type?: 'text' | 'email';
    readonly autocomplete?: string;
    readonly hint?: string;
    readonly errors?: readonly string[] | undefined;
}

export function textField(field: TextField): TemplateResult {
    const { name, label, hint, errors = [] } = field;
    return html`<div class="field">
        <label for=${name}>${label}</label>
        <input
            id=${name}
            name=${name}
            type=${field.type ?? 'text'}
            autocomplete=${field.autocomplete ?? 'off'}
            autocapitalize="none"
            spellcheck="false"
            required
            aria-invalid=${errors.length > 0 ? 'true' : nothing}
            aria-describedby=${describedBy(name, hint, errors)}
        />
        ${hint === undefined ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`} ${errorsOf(name, errors)}
    </div>`;
}

export function errorsOf(name: string, errors: readonly string[]): TemplateResult | typeof nothing {
    if (errors.length === 0) {
        return nothing;
    }
    return html`<ul class="field-errors" id="${name}-errors">
        ${errors.map((error) => html`<li>${icon('warning')}<span>${error}</span></li>`)}
    </ul>`;
}

function describedBy(name: string, hint: string | undefined, errors: readonly string[]): string | typeof nothing {
    const ids = [hint === undefined ? '' : `${name}-hint`, errors.length === 0 ? '' : `${name}-errors`].filter(Boolean);
    return ids.length === 0 ? nothing : ids.join(' ');
}

/** A message above or below a form, read out when it appears. */
export function notice(kind: 'error' | 'good' | 'info', text: string | undefined): TemplateResult {
    const sign = { error: 'warning', good: 'check', info: 'clock' } as const;
    return html`<div class="notices" role=${kind === 'error' ? 'alert' : 'status'}>
        ${text === undefined ? nothing : html`<p class="notice ${kind}">${icon(sign[kind])}<span>${text}</span></p>`}
    </div>`;
}

/** Puts the cursor where the first thing is to be mended. */
export function focusFirstInvalid(within: HTMLElement): void {
    within.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** What was typed into a form, by the names of its fields. */
export function typedInto(form: HTMLFormElement): Record<string, string> {
    return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
