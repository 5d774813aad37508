import { html, nothing } from 'lit';
import { alert, clock, star, tick } from '../icons';
import type { Unsent } from '../model/outbox';
import type { Message } from '../model/protocol';
import type { Texts } from '../texts';
import { block } from './blocks';
import type { View } from './view';

/** The transcript, day by day, and after it what is still on its way. */
export function messages(view: View): unknown {
    const { messages, pending } = view.conversation;
    return html`${messages.map((message, index) => [
        day(message, messages[index - 1], view),
        entry(message, messages[index - 1], view),
    ])}${pending.map(unsent => onItsWay(unsent, view))}`;
}

function entry(message: Message, before: Message | undefined, view: View): unknown {
    const first = before?.author !== message.author || !sameDay(message, before);
    return html`<article
        class="message ${message.author} ${first ? 'first' : ''}"
        data-seq=${message.seq}
        data-author=${message.author}
        data-flow=${message.flow ?? nothing}
        data-step=${message.step ?? nothing}
    >
        ${message.author === 'bot' ? html`<span class="avatar">${first ? star : nothing}</span>` : nothing}
        ${message.author === 'agent' ? html`<span class="avatar">${first ? initial(message) : nothing}</span>` : nothing}
        <div class="body">
            <p class=${first ? 'by' : 'by unseen'}>${author(message, view.texts)} ${time(message, view)}</p>
            ${message.blocks.map(each => block(each, message, view))}
        </div>
    </article>`;
}

function author(message: Message, texts: Texts): unknown {
    switch (message.author) {
        case 'bot':
            return html`<b>${message.name || texts.assistant}</b>`;
        case 'agent':
            return html`<b>${message.name || texts.agent}</b> <span class="chip agent">${texts.agent}</span>`;
        case 'person':
            return html`<b class="unseen">${texts.you}</b>`;
        default:
            return nothing;
    }
}

function initial(message: Message): string {
    return [...(message.name ?? '?')][0];
}

function time(message: Message, { language }: View): unknown {
    const date = at(message);
    return date
        ? html`<time datetime=${message.at!} title=${date.toLocaleString(language)}
              >${date.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false })}</time
          >`
        : nothing;
}

function day(message: Message, before: Message | undefined, { language }: View): unknown {
    const date = at(message);
    if (!date || (before && sameDay(message, before))) {
        return nothing;
    }
    const ahead = Math.round((new Date(date).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 86_400_000);
    const name =
        ahead < -1
            ? date.toLocaleDateString(language, { dateStyle: 'long' })
            : new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(ahead, 'day');
    return html`<p class="day"><span>${name}</span></p>`;
}

function sameDay(one: Message, other: Message): boolean {
    return at(one)?.toDateString() === at(other)?.toDateString();
}

function at(message: Message): Date | null {
    const date = new Date(message.at ?? '');
    return Number.isNaN(date.getTime()) ? null : date;
}

function onItsWay(unsent: Unsent, view: View): unknown {
    const { texts, conversation } = view;
    const open = conversation.line === 'open';
    const acknowledged = !conversation.isWaiting(unsent);
    const state = unsent.refused ? 'failed' : acknowledged ? 'sent' : open ? 'sending' : 'queued';
    return html`<article class="message person" data-author="person" data-pending=${state} data-id=${unsent.deed.id}>
        <div class="body">
            <div class="bubble typed">${unsent.label}</div>
            <p class="state ${state}">${state === 'sent' ? tick : state === 'failed' ? alert : clock}${texts[state]}</p>
            ${unsent.refused ? refusal(unsent, view) : nothing}
        </div>
    </article>`;
}

function refusal(unsent: Unsent, { texts, conversation }: View): unknown {
    return html`<p class="error">${unsent.refused}</p>
        <div class="choices">
            <button type="button" class="choice plain" data-retry @click=${() => conversation.retry(unsent)}>${texts.retry}</button>
            <button type="button" class="choice plain" data-discard @click=${() => conversation.discard(unsent)}>
                ${texts.discard}
            </button>
        </div>`;
}
