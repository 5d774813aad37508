import { html, nothing } from 'lit';
import { outward } from '../icons';
import { link, markdown } from '../markdown';
import type { Approval, Block, Code, Confirm, Link, Message, Text } from '../model/protocol';
import { choices } from './choices';
import { progress, status } from './progress';
import { stateWord, type View } from './view';
import './copy-button';
import './form';

/** One block of a message; a kind that this widget is too old for is left out. */
export function block(block: Block, message: Message, view: View): unknown {
    switch (block.type) {
        case 'text':
            return text(block, message);
        case 'choices':
            return choices(block.choices, message, view);
        case 'confirm':
            return confirm(block, message, view);
        case 'form':
            return html`<cosmopilot-form
                .block=${block}
                .message=${message}
                .view=${view}
                .closed=${view.conversation.submitted(message)}
                .sending=${view.conversation.submitting(message)}
            ></cosmopilot-form>`;
        case 'progress':
            return progress(block, view.texts);
        case 'status':
            return status(block, view.texts);
        case 'code':
            return code(block, view);
        case 'link':
            return card(block);
        case 'approval':
            return approval(block, message, view);
        case 'rating':
            return choices(block.choices, message, view);
        default:
            return nothing;
    }
}

/** A person's own words are shown as they were typed; the bot's and the agents' may carry the Markdown subset. */
function text(block: Text, message: Message): unknown {
    return message.author === 'person'
        ? html`<div class="bubble typed">${block.text}</div>`
        : html`<div class="bubble">${markdown(block.text)}</div>`;
}

function confirm(block: Confirm, message: Message, view: View): unknown {
    return html`<div class="card confirm">
        <div class="words">${markdown(block.text)}</div>
        ${choices(block.choices, message, view)}
    </div>`;
}

function code(block: Code, view: View): unknown {
    return html`<figure class="code">
        <figcaption>
            <span>${block.language ?? ''}</span>
            <cosmopilot-copy .text=${block.text} .texts=${view.texts}></cosmopilot-copy>
        </figcaption>
        <pre tabindex="0" aria-label=${block.language || 'text'} role="group"><code>${block.text}</code></pre>
    </figure>`;
}

function card(block: Link): unknown {
    const label = html`<span><b>${block.label || block.href}</b><small>${block.href}</small></span>${outward}`;
    return link(block.href, label, 'card link') ?? html`<div class="bubble typed">${block.label} ${block.href}</div>`;
}

function approval(block: Approval, message: Message, view: View): unknown {
    const { texts } = view;
    return html`<div role="group" class="card" data-approval=${block.approval} aria-label=${block.title ?? ''}>
        <header>
            <b>${block.title}</b>
            <span class="chip ${block.state}" data-state=${block.state}>${stateWord(block.state, texts)}</span>
        </header>
        <dl>
            ${block.facts?.map(fact => html`<div><dt>${fact.label}</dt><dd>${fact.value}</dd></div>`)}
        </dl>
        ${block.choices?.length ? choices(block.choices, message, view) : nothing}
    </div>`;
}
