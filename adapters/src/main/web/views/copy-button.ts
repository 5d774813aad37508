import { html } from 'lit';
import { copy, tick } from '../icons';
import type { Texts } from '../texts';
import { LightElement, reactive } from './light-element';

/** Copies a text, and says for a moment that it did. */
class CopyButton extends LightElement {
    static override properties = reactive('text', 'texts', 'copied');

    declare text: string;
    declare texts: Texts;
    declare copied: boolean;

    override render(): unknown {
        return html`<button type="button" class="quiet" data-copy @click=${this.#copyText}>
            ${this.copied ? tick : copy}<span role="status">${this.copied ? this.texts.copied : this.texts.copy}</span>
        </button>`;
    }

    async #copyText(): Promise<void> {
        try {
            await navigator.clipboard.writeText(this.text);
        } catch {
            this.#copyTheOldWay(); // a page without https has no clipboard
        }
        this.copied = true;
        setTimeout(() => (this.copied = false), 2000);
    }

    #copyTheOldWay(): void {
        const area = document.createElement('textarea');
        area.value = this.text;
        this.append(area);
        area.select();
        document.execCommand('copy');
        area.remove();
    }
}

customElements.define('cosmopilot-copy', CopyButton);
