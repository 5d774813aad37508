import { html, nothing } from 'lit';
import { file as fileIcon } from '../icons';
import type { Field } from '../model/protocol';
import type { ChatForm } from './form';
import { labelOf } from './view';

/** Where a control stands: its id, its name, what describes it, and the form that keeps its value. */
export interface Place {
    key: string;
    name: unknown;
    about: string;
    complaint: string | undefined;
    form: ChatForm;
}

export function control(field: Field, place: Place): unknown {
    switch (field.kind) {
        case 'boolean':
            return html`<label class="check">${input(field, place, 'checkbox')}<span>${place.name}</span></label>`;
        case 'choice':
            return select(field, place);
        case 'secret':
            return secret(field, place);
        case 'file':
            return file(field, place);
        default:
            return input(field, place, 'text');
    }
}

function input(field: Field, { key, about, complaint, form }: Place, type: string): unknown {
    const value = form.values[field.name] ?? '';
    const changed = ({ value, checked, files }: HTMLInputElement) =>
        type === 'file' ? form.take(field.name, files?.[0]) : form.put(field.name, type === 'checkbox' ? checked : value);
    return html`<input
        class=${type === 'checkbox' ? '' : 'text'}
        id=${key}
        name=${field.name}
        type=${type}
        autocomplete=${field.kind === 'secret' ? 'new-password' : 'off'}
        inputmode=${field.kind === 'number' ? 'decimal' : nothing}
        spellcheck="false"
        aria-required=${field.required ? 'true' : nothing}
        aria-invalid=${complaint ? 'true' : nothing}
        aria-describedby=${about || nothing}
        .value=${type === 'file' ? '' : String(value)}
        .checked=${value === true}
        @input=${(event: Event) => changed(event.target as HTMLInputElement)}
    />`;
}

function secret(field: Field, place: Place): unknown {
    const { form, key } = place;
    const shown = form.revealed.has(field.name);
    return html`<div class="with-button">
        ${input(field, place, shown ? 'text' : 'password')}
        <button
            type="button"
            class="quiet"
            data-reveal
            aria-pressed=${shown ? 'true' : 'false'}
            aria-controls=${key}
            @click=${() => form.reveal(field.name, !shown)}
        >
            ${shown ? form.view.texts.hide : form.view.texts.show}
        </button>
    </div>`;
}

/** A file is uploaded as soon as it is chosen; the form then carries the upload's id. */
function file(field: Field, place: Place): unknown {
    const { texts } = place.form.view;
    const chosen = place.form.files[field.name];
    return html`<label class="file-field">
        ${input(field, place, 'file')}
        <span class="choice">${fileIcon}${texts.chooseFile}</span>
        <span role="status">${chosen}</span>
    </label>`;
}

function select(field: Field, { key, about, complaint, form }: Place): unknown {
    const value = String(form.values[field.name] ?? '');
    const { texts } = form.view;
    return html`<select
        id=${key}
        name=${field.name}
        aria-required=${field.required ? 'true' : nothing}
        aria-invalid=${complaint ? 'true' : nothing}
        aria-describedby=${about || nothing}
        @change=${(event: Event) => form.put(field.name, (event.target as HTMLSelectElement).value)}
    >
        <option value="" ?selected=${value === ''}>${texts.pleaseChoose}</option>
        ${field.options?.map(
            option => html`<option value=${option.id} ?selected=${value === option.id}>${labelOf(option, texts)}</option>`,
        )}
    </select>`;
}
