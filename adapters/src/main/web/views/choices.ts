import { html, nothing } from 'lit';
import { thumbDown, thumbUp, tick } from '../icons';
import type { Choice, Message, Rating } from '../model/protocol';
import { labelOf, type View } from './view';
import './search-list';

const MANY = 8;

/** Buttons; when there are many, a list that can be searched. What was chosen stays marked. */
export function choices(offered: Choice[], message: Message, view: View): unknown {
    const chosen = view.conversation.chosen(message, offered);
    return offered.length > MANY
        ? html`<cosmopilot-search-list
              .choices=${offered}
              .chosen=${chosen}
              .message=${message}
              .view=${view}
          ></cosmopilot-search-list>`
        : html`<div class="choices" role="group">
              ${offered.map(choice => button(choice, chosen, message, view))}
          </div>`;
}

export function button(choice: Choice, chosen: string | undefined, message: Message, view: View): unknown {
    const label = labelOf(choice, view.texts);
    return html`<button
        type="button"
        class="choice ${choice.style ?? 'plain'}"
        data-choice=${choice.id}
        aria-pressed=${chosen === choice.id ? 'true' : nothing}
        ?disabled=${chosen !== undefined}
        @click=${() => view.conversation.choose(message, choice, label)}
    >
        ${chosen === choice.id ? tick : nothing}${label}
    </button>`;
}

export function rating(block: Rating, message: Message, view: View): unknown {
    const chosen = view.conversation.chosen(message, block.choices);
    return html`<div class="choices rating" role="group">
        ${block.choices.map(
            choice => html`<button
                type="button"
                class="choice thumb"
                data-choice=${choice.id}
                aria-label=${labelOf(choice, view.texts)}
                aria-pressed=${chosen === choice.id ? 'true' : nothing}
                ?disabled=${chosen !== undefined}
                @click=${() => view.conversation.choose(message, choice, labelOf(choice, view.texts))}
            >
                ${choice.id === 'up' ? thumbUp : choice.id === 'down' ? thumbDown : labelOf(choice, view.texts)}
            </button>`,
        )}
    </div>`;
}
