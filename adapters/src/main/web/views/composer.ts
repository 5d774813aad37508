import { html, nothing, type PropertyValues } from 'lit';
import { clip, cross, file as fileIcon, send } from '../icons';
import { LONGEST_TEXT } from '../model/protocol';
import { LightElement, reactive } from './light-element';
import type { View } from './view';

interface Attachment {
    file: File;
    upload?: string;
    problem?: string;
}

const WARN_AT = 500;

/** Where the person writes: grows with the text, takes files, and leaves Enter to the input method while it composes. */
export class Composer extends LightElement {
    static override properties = reactive('view', 'text', 'attachments');

    declare view: View;
    declare text: string;
    declare attachments: Attachment[];
    /** The person has pressed Enter while a file was still on its way: what is written goes with it. */
    #due = false;

    constructor() {
        super();
        this.text = '';
        this.attachments = [];
    }

    override focus(): void {
        this.querySelector('textarea')?.focus();
    }

    override updated(changed: PropertyValues<this>): void {
        const area = this.querySelector('textarea');
        if (changed.has('text') && area?.scrollHeight) {
            area.style.height = 'auto';
            area.style.height = `${area.scrollHeight}px`;
        }
    }

    override render(): unknown {
        const { texts } = this.view;
        return html`<form class="composer" @submit=${this.#onSubmit}>
            ${this.attachments.length ? html`<ul class="attachments">${this.attachments.map(each => this.#chip(each))}</ul>` : nothing}
            <div class="entry">
                <label class="tool" title=${texts.attach}>
                    <input type="file" multiple aria-label=${texts.attach} data-attach @change=${this.#onPick} />
                    ${clip}
                </label>
                <textarea
                    rows="1"
                    aria-label=${texts.write}
                    placeholder=${texts.placeholder}
                    aria-describedby="left"
                    aria-invalid=${this.#over > 0 ? 'true' : nothing}
                    .value=${this.text}
                    @input=${this.#onInput}
                    @keydown=${this.#onKey}
                    @paste=${this.#onPaste}
                ></textarea>
                <button class="tool send" data-send aria-label=${texts.send} title=${texts.send} ?disabled=${!this.#sendable}>
                    ${send}
                </button>
            </div>
            <p class="hint ${this.#over > 0 ? 'error' : ''}" id="left" role="status">${this.#remark()}</p>
        </form>`;
    }

    add(files: Iterable<File>): void {
        for (const file of files) {
            const attachment: Attachment = { file };
            this.attachments = [...this.attachments, attachment];
            void this.#upload(attachment);
        }
    }

    clear(): void {
        this.text = '';
        this.attachments = [];
    }

    get #over(): number {
        return this.text.length - LONGEST_TEXT;
    }

    get #sendable(): boolean {
        const ready = this.attachments.every(each => each.upload);
        return this.#over <= 0 && ready && (this.text.trim() !== '' || this.attachments.length > 0);
    }

    #remark(): string {
        const { texts } = this.view;
        if (this.#over > 0) {
            return texts.tooLong(this.#over);
        }
        return -this.#over <= WARN_AT ? texts.charactersLeft(-this.#over) : '';
    }

    #chip(each: Attachment): unknown {
        const { texts } = this.view;
        const state = each.problem ?? (each.upload ? '' : texts.uploading);
        return html`<li class=${each.problem ? 'error' : ''} data-attachment=${each.file.name}>
            ${fileIcon}<span>${each.file.name} <small role="status">${state}</small></span>
            <button
                type="button"
                class="quiet"
                aria-label=${texts.removeFile(each.file.name)}
                @click=${() => (this.attachments = this.attachments.filter(other => other !== each))}
            >
                ${cross}
            </button>
        </li>`;
    }

    async #upload(attachment: Attachment): Promise<void> {
        try {
            attachment.upload = await this.view.upload(attachment.file);
        } catch (failure) {
            attachment.problem = (failure as Error).message;
        }
        this.attachments = [...this.attachments];
        if (this.#due) {
            this.#sendAll();
        }
    }

    #onInput(event: Event): void {
        this.#due = false;
        this.text = (event.target as HTMLTextAreaElement).value;
        this.view.conversation.typing();
    }

    /** Enter sends, unless it only accepts what an input method proposes (Chinese, Japanese, Korean). */
    #onKey(event: KeyboardEvent): void {
        const composing = event.isComposing || event.keyCode === 229;
        if (event.key === 'Enter' && !event.shiftKey && !composing) {
            event.preventDefault();
            this.#sendAll();
        }
    }

    #onPick(event: Event): void {
        const input = event.target as HTMLInputElement;
        this.add(input.files ?? []);
        input.value = '';
        this.focus();
    }

    #onPaste(event: ClipboardEvent): void {
        const files = [...(event.clipboardData?.files ?? [])];
        if (files.length) {
            event.preventDefault();
            this.add(files);
        }
    }

    #onSubmit(event: Event): void {
        event.preventDefault();
        this.#sendAll();
        this.focus();
    }

    #sendAll(): void {
        this.#due = !this.#sendable;
        if (this.#due) {
            return;
        }
        const { conversation } = this.view;
        const text = this.text.trim();
        if (this.attachments.length === 0) {
            conversation.say(text);
        }
        this.attachments.forEach(({ upload, file }, index) => conversation.attach(upload!, file.name, index ? '' : text));
        this.clear();
        this.dispatchEvent(new Event('sent'));
    }
}

customElements.define('cosmopilot-composer', Composer);
