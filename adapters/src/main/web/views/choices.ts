import { html, nothing } from 'lit';
import { thumbDown, thumbUp, tick } from '../icons';
import type { Choice, Message } from '../model/protocol';
import { answered, labelOf, type View } from './view';
import './search-list';

const MANY = 8;
const THUMBS: Record<string, unknown> = { up: thumbUp, down: thumbDown };

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

/** A button; without a label of its own a thumb is drawn as one. */
export function button(choice: Choice, chosen: string | undefined, message: Message, view: View): unknown {
    const label = labelOf(choice, view.texts);
    const drawing = choice.label ? undefined : THUMBS[choice.id];
    return html`<button
        type="button"
        class="choice ${choice.style}"
        data-choice=${choice.id}
        aria-label=${drawing ? label : nothing}
        aria-pressed=${chosen === choice.id ? 'true' : nothing}
        ?disabled=${chosen !== undefined}
        @click=${(event: Event) => {
            view.conversation.choose(message, choice, label);
            answered(event.currentTarget!);
        }}
    >
        ${drawing ?? html`${chosen === choice.id ? tick : nothing}${label}`}
    </button>`;
}
