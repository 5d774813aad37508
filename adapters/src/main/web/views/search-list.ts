import { html, nothing } from 'lit';
import { search } from '../icons';
import type { Choice, Message } from '../model/protocol';
import { button } from './choices';
import { LightElement, reactive } from './light-element';
import { labelOf, type View } from './view';

/** Many choices: a search field above a short list of them. */
class SearchList extends LightElement {
    static override properties = reactive('choices', 'chosen', 'message', 'view', 'sought');

    declare choices: Choice[];
    declare chosen: string | undefined;
    declare message: Message;
    declare view: View;
    declare sought: string;

    constructor() {
        super();
        this.sought = '';
    }

    override render(): unknown {
        const { texts } = this.view;
        const found = this.#found();
        const label = texts.searchChoices(this.choices.length);
        return html`<div class="search-list card" @keydown=${this.#onKey}>
            <label class="search">
                ${search}
                <input
                    class="text"
                    type="search"
                    autocomplete="off"
                    placeholder=${label}
                    aria-label=${label}
                    ?disabled=${this.chosen !== undefined}
                    .value=${this.sought}
                    @input=${(event: InputEvent) => (this.sought = (event.target as HTMLInputElement).value)}
                />
            </label>
            <div class="found" role="group" aria-label=${label}>
                ${found.map(choice => button(choice, this.chosen, this.message, this.view))}
            </div>
            ${found.length ? nothing : html`<p class="hint" role="status">${texts.nothingFound}</p>`}
        </div>`;
    }

    #found(): Choice[] {
        const words = this.sought.toLowerCase().split(/\s+/);
        return this.choices.filter(choice => {
            const place = `${labelOf(choice, this.view.texts)} ${choice.id}`.toLowerCase();
            return words.every(word => place.includes(word));
        });
    }

    /** Arrows walk through the list; Enter in the search field takes the only one left. */
    #onKey(event: KeyboardEvent): void {
        const buttons = [...this.querySelectorAll<HTMLButtonElement>('button:enabled')];
        const at = buttons.indexOf(event.target as HTMLButtonElement);
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            const next = at + (event.key === 'ArrowDown' ? 1 : -1);
            (buttons[next] ?? this.querySelector('input'))?.focus();
        } else if (event.key === 'Enter' && at < 0 && buttons.length === 1 && !event.isComposing) {
            event.preventDefault();
            buttons[0].click();
        }
    }
}

customElements.define('cosmopilot-search-list', SearchList);
