import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '../model/protocol';
import { labelOf } from './view';
import type { ChatForm } from './form';
import './file-field';

/** Where a control stands: its ids, its name, what describes it, and the form that keeps its value. */
export interface Place {
    key: string;
    name: unknown;
    about: string;
    complaint: string | undefined;
    form: ChatForm;
}

type Control = HTMLInputElement | HTMLSelectElement;

export function control(field: Field, place: Place): unknown {
    switch (field.kind) {
        case 'boolean':
            return checkbox(field, place);
        case 'choice':
            return select(field, place);
        case 'secret':
            return secret(field, place);
        case 'file':
            return html`<cosmopilot-file-field .field=${field} .place=${place}></cosmopilot-file-field>`;
        default:
            return input(field, place, 'text');
    }
}

function input(field: Field, place: Place, type: string): TemplateResult {
    return html`<input
        id=${place.key}
        name=${field.name}
        type=${type}
        autocomplete=${field.kind === 'secret' ? 'new-password' : 'off'}
        inputmode=${field.kind === 'number' ? 'decimal' : nothing}
        spellcheck="false"
        aria-required=${field.required ? 'true' : nothing}
        aria-invalid=${place.complaint ? 'true' : nothing}
        aria-describedby=${place.about || nothing}
        .value=${String(place.form.values[field.name] ?? '')}
        @input=${(event: Event) => place.form.put(field.name, (event.target as Control).value)}
    />`;
}

function secret(field: Field, place: Place): unknown {
    const { form } = place;
    const shown = form.revealed.has(field.name);
    return html`<div class="with-button">
        ${input(field, place, shown ? 'text' : 'password')}
        <button
            type="button"
            class="quiet"
            data-reveal
            aria-pressed=${shown ? 'true' : 'false'}
            aria-controls=${place.key}
            @click=${() => form.reveal(field.name, !shown)}
        >
            ${shown ? form.view.texts.hide : form.view.texts.show}
        </button>
    </div>`;
}

function checkbox(field: Field, place: Place): unknown {
    return html`<label class="check">
        <input
            id=${place.key}
            name=${field.name}
            type="checkbox"
            aria-invalid=${place.complaint ? 'true' : nothing}
            aria-describedby=${place.about || nothing}
            .checked=${place.form.values[field.name] === true}
            @change=${(event: Event) => place.form.put(field.name, (event.target as HTMLInputElement).checked)}
        />
        <span>${place.name}</span>
    </label>`;
}

function select(field: Field, place: Place): unknown {
    const { texts } = place.form.view;
    const value = String(place.form.values[field.name] ?? '');
    return html`<select
        id=${place.key}
        name=${field.name}
        aria-required=${field.required ? 'true' : nothing}
        aria-invalid=${place.complaint ? 'true' : nothing}
        aria-describedby=${place.about || nothing}
        @change=${(event: Event) => place.form.put(field.name, (event.target as Control).value)}
    >
        <option value="" ?selected=${value === ''}>${texts.pleaseChoose}</option>
        ${field.options?.map(
            option => html`<option value=${option.id} ?selected=${value === option.id}>${labelOf(option, texts)}</option>`,
        )}
    </select>`;
}
