import { html, nothing, type PropertyValues } from 'lit';
import { alert, tick } from '../icons';
import type { Field, Fields, Form, Message } from '../model/protocol';
import { control } from './field';
import { LightElement, reactive } from './light-element';
import { answered, type View } from './view';

/** A form in a message: keeps what is typed, checks what can be checked here, and shows what the server complains about. */
export class ChatForm extends LightElement {
    static override properties = reactive('block', 'message', 'view', 'closed', 'sending', 'values', 'complaints', 'revealed', 'files');

    declare block: Form;
    declare message: Message;
    declare view: View;
    declare closed: boolean;
    declare sending: boolean;
    declare values: Fields;
    declare complaints: Record<string, string>;
    declare revealed: Set<string>;
    /** What is said about each chosen file: its name, or that it is under way. */
    declare files: Record<string, string>;
    #guide = false;

    constructor() {
        super();
        this.values = {};
        this.complaints = {};
        this.revealed = new Set();
        this.files = {};
    }

    override willUpdate(changed: PropertyValues<this>): void {
        if (changed.has('message') && changed.get('message')?.seq !== this.message.seq) {
            this.values = {};
        }
        if (changed.has('block') && !sameForm(changed.get('block'), this.block)) {
            const given = this.block.fields.map(field => [field.name, this.values[field.name] ?? initial(field)]);
            this.values = Object.fromEntries(given);
            this.complaints = Object.fromEntries(
                this.block.fields.filter(field => field.error).map(field => [field.name, field.error!]),
            );
            this.#guide = changed.get('block') !== undefined;
        }
    }

    /** After a try that failed the person is led to the first field that needs them. */
    override updated(): void {
        if (this.#guide) {
            this.#guide = false;
            this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
        }
    }

    override render(): unknown {
        const { block, closed } = this;
        return html`<form class="card" novalidate aria-label=${block.title || block.submit || ''} @submit=${this.#onSubmit}>
            ${block.title ? html`<header><b>${block.title}</b></header>` : nothing}
            <fieldset ?disabled=${closed}>${block.fields.map(field => this.#row(field))}</fieldset>
            ${this.#footer()}
        </form>`;
    }

    /** Remembers a value; what was wrong with the field is forgiven until the next try. */
    put(name: string, value: Fields[string]): void {
        this.values = { ...this.values, [name]: value };
        if (this.complaints[name]) {
            this.complaints = { ...this.complaints, [name]: '' };
        }
    }

    async take(name: string, file?: File): Promise<void> {
        if (file) {
            this.files = { ...this.files, [name]: this.view.texts.uploading };
            try {
                this.put(name, await this.view.upload(file));
                this.files = { ...this.files, [name]: file.name };
            } catch (failure) {
                this.files = { ...this.files, [name]: '' };
                this.complaints = { ...this.complaints, [name]: (failure as Error).message };
            }
        }
    }

    reveal(name: string, shown: boolean): void {
        const others = [...this.revealed].filter(other => other !== name);
        this.revealed = new Set(shown ? [...others, name] : others);
    }

    #row(field: Field): unknown {
        const complaint = this.complaints[field.name];
        const key = `f${this.message.seq}-${field.name}`;
        const about = [field.hint && `${key}-hint`, complaint && `${key}-error`].filter(Boolean).join(' ');
        const name = html`${field.label || field.name}${field.required
            ? html`<i aria-hidden="true">*</i>`
            : nothing}`;
        return html`<div class="field" data-field=${field.name}>
            ${field.kind === 'boolean' ? nothing : html`<label class="name" for=${key}>${name}</label>`}
            ${control(field, { key, name, about, complaint, form: this })}
            ${field.hint ? html`<p class="hint" id="${key}-hint">${field.hint}</p>` : nothing}
            ${complaint ? html`<p class="error" id="${key}-error">${alert}${complaint}</p>` : nothing}
        </div>`;
    }

    #footer(): unknown {
        const { texts } = this.view;
        const label = this.block.submit || texts.submit;
        if (this.closed && !this.sending) {
            return html`<p class="submitted">${tick}${texts.submitted}</p>`;
        }
        return html`<button class="choice primary" data-submit ?disabled=${this.sending}>
            ${this.sending ? html`<i class="spinner"></i>` : nothing}${label}
        </button>`;
    }

    #onSubmit(event: Event): void {
        event.preventDefault();
        if (this.closed || this.sending) {
            return;
        }
        this.complaints = this.#check();
        this.#guide = true;
        if (Object.keys(this.complaints).length === 0) {
            const secret = this.block.fields.some(field => field.kind === 'secret');
            const label = this.block.title || this.block.submit || this.view.texts.submitted;
            this.view.conversation.submit(this.message, this.#answers(), label, secret);
            answered(this);
        }
    }

    #check(): Record<string, string> {
        const { texts } = this.view;
        const complaints: Record<string, string> = {};
        for (const field of this.block.fields) {
            const value = this.values[field.name];
            if (field.required && (value === '' || value === null)) {
                complaints[field.name] = texts.required;
            } else if (field.kind === 'number' && value !== '' && !Number.isFinite(Number(value))) {
                complaints[field.name] = texts.notANumber;
            }
        }
        return complaints;
    }

    /** What was filled in; an optional field that was left empty is left out. */
    #answers(): Fields {
        const filled = this.block.fields.filter(field => (this.values[field.name] ?? '') !== '');
        return Object.fromEntries(
            filled.map(({ name, kind }) => [name, kind === 'number' ? Number(this.values[name]) : this.values[name]]),
        );
    }
}

function initial(field: Field): Fields[string] {
    if (field.kind === 'boolean') {
        return field.value === true || field.value === 'true';
    }
    return field.value === undefined || field.value === null ? '' : String(field.value);
}

function sameForm(one: Form | undefined, other: Form): boolean {
    return JSON.stringify(one) === JSON.stringify(other);
}

customElements.define('cosmopilot-form', ChatForm);
