import { html, nothing } from 'lit';
import { file as fileIcon } from '../icons';
import type { Field } from '../model/protocol';
import { UploadRefused } from '../model/server';
import type { Place } from './field';
import { LightElement } from './light-element';

/** A form's file: uploaded as soon as it is chosen; the form then carries the upload's id. */
class FileField extends LightElement {
    static override properties = {
        field: { attribute: false },
        place: { attribute: false },
        name: { state: true },
        busy: { state: true },
    };

    declare field: Field;
    declare place: Place;
    declare name: string;
    declare busy: boolean;

    override render(): unknown {
        const { key, about, complaint, form } = this.place;
        const { texts } = form.view;
        return html`<label class="file-field">
            <input
                id=${key}
                type="file"
                aria-required=${this.field.required ? 'true' : nothing}
                aria-invalid=${complaint ? 'true' : nothing}
                aria-describedby=${about || nothing}
                @change=${this.#onChange}
            />
            <span class="choice plain">${fileIcon}${this.name ? texts.otherFile : texts.chooseFile}</span>
            <span role="status">${this.busy ? texts.uploading : (this.name ?? '')}</span>
        </label>`;
    }

    async #onChange(event: Event): Promise<void> {
        const file = (event.target as HTMLInputElement).files?.[0];
        if (!file) {
            return;
        }
        const { form } = this.place;
        this.busy = true;
        try {
            const { upload, name } = await form.view.upload(file);
            this.name = name || file.name;
            form.put(this.field.name, upload);
        } catch (failure) {
            form.complain(
                this.field.name,
                failure instanceof UploadRefused ? failure.message : form.view.texts.uploadFailed(0),
            );
        } finally {
            this.busy = false;
        }
    }
}

customElements.define('cosmopilot-file-field', FileField);
