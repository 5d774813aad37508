/** What was said, with the agents' private notes where they were written. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/icons';
import { type Key, t } from '../texts/texts';
import { clock, exact } from '../texts/times';
import { block } from './blocks';
import type { Detail, Message, Note } from './shapes';

type Entry = { readonly at: string; readonly shown: TemplateResult };

export function transcript(of: Detail): TemplateResult {
    const entries = timeline(of);
    return html`<div class="transcript" role="log" tabindex="0" aria-label=${t('desk.transcript', { name: of.person.name })}>
        ${entries.length === 0 ? html`<p class="muted">${t('desk.silent')}</p>` : entries.map((entry) => entry.shown)}
    </div>`;
}

function timeline({ messages, notes, person }: Detail): readonly Entry[] {
    let last = '';
    // What has no time of its own stays behind the message before it.
    const said = messages.map((one) => ({ at: (last = one.at ?? last), shown: message(one, person.name) }));
    const written = notes.map((one) => ({ at: one.at, shown: note(one) }));
    return [...said, ...written].sort((one, other) => Date.parse(one.at) - Date.parse(other.at) || 0);
}

function message(of: Message, person: string): TemplateResult {
    const name = of.author === 'person' ? person : of.name || t(`author.${of.author}` as Key);
    return html`<article class="message" data-author=${of.author}>
        <p class="message-head"><span>${name}</span>${time(of.at)}</p>
        <div class="bubble">${of.blocks.map(block)}</div>
    </article>`;
}

function note(of: Note): TemplateResult {
    return html`<article class="message" data-author="note">
        <p class="message-head">${icon('lock')}<span>${t('author.note', { author: of.author })}</span>${time(of.at)}</p>
        <div class="bubble"><p class="as-typed">${of.text}</p></div>
    </article>`;
}

function time(at: string | null | undefined): TemplateResult | typeof nothing {
    return at ? html`<time datetime=${at} title=${exact(at)}>${clock(at)}</time>` : nothing;
}
