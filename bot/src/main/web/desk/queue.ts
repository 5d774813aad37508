/** The desk's left side: what is to be decided, and who is waiting. */
import { html, nothing, type TemplateResult } from 'lit';
import { type Key, t } from '../texts/texts';
import { when } from '../texts/times';
import type { Approval, Mode, Queue, Waiting } from './shapes';

const FIRST: Record<Mode, number> = { waiting: 0, agent: 1, bot: 2 };

export function isOpen(approval: Approval): boolean {
    return approval.state === 'requested';
}

/** The address of a conversation within the desk. */
export function addressOf(conversation: string): string {
    return `#conversation=${encodeURIComponent(conversation)}`;
}

/** The other way round. */
export function conversationAt(hash: string): string | undefined {
    return new URLSearchParams(hash.replace(/^#/, '')).get('conversation') ?? undefined;
}

export function queue({ approvals, conversations }: Queue, chosen: string | undefined): TemplateResult {
    const open = approvals.filter(isOpen);
    const decided = approvals.filter((approval) => !isOpen(approval));
    const waiting = [...conversations].sort((one, other) => FIRST[one.mode] - FIRST[other.mode]);
    return html`
        ${section('desk.approvals', 'desk.no-approvals', open, (one) => approvalItem(one, chosen), open.length > 0)}
        ${section('desk.conversations', 'desk.no-conversations', waiting, (one) => conversationItem(one, chosen), false)}
        ${decided.length === 0
            ? nothing
            : html`<details class="decided">
                  <summary>${t('desk.decided')}</summary>
                  <ul class="queue-list">${decided.map((one) => approvalItem(one, chosen))}</ul>
              </details>`}
    `;
}

function section<T>(title: Key, none: Key, items: readonly T[], item: (of: T) => TemplateResult, urgent: boolean): TemplateResult {
    return html`<section>
        <h2 class="queue-title">${t(title)}<span class="count" data-urgent=${urgent}>${items.length}</span></h2>
        ${items.length === 0
            ? html`<p class="muted small queue-none">${t(none)}</p>`
            : html`<ul class="queue-list">${items.map(item)}</ul>`}
    </section>`;
}

function approvalItem(of: Approval, chosen: string | undefined): TemplateResult {
    return html`<li>
        <a class="queue-item" href=${addressOf(of.conversation)} aria-current=${of.conversation === chosen ? 'true' : nothing}>
            <span class="queue-head"><strong>${of.title}</strong><span class="tag" data-state=${of.state}>${t(`approval.${of.state}` as Key)}</span></span>
            <span class="queue-line">${of.requester.name} · ${when(of.decidedAt ?? of.requestedAt)}</span>
            ${of.provisioning ? html`<span class="queue-line">${of.provisioning}</span>` : nothing}
        </a>
    </li>`;
}

function conversationItem(of: Waiting, chosen: string | undefined): TemplateResult {
    return html`<li>
        <a class="queue-item" href=${addressOf(of.conversation)} aria-current=${of.conversation === chosen ? 'true' : nothing}>
            <span class="queue-head"><strong>${of.person.name}</strong>${modeTag(of.mode)}</span>
            <span class="queue-line">${[of.topic, of.lastMessage].filter(Boolean).join(' · ')}</span>
            <span class="queue-line">${when(of.since)}</span>
            ${of.due ? dueLine(of.due) : nothing}
        </a>
    </li>`;
}

/** Until when the person is to be answered; what is late is in the colour of what is late. */
function dueLine(due: string, now: number = Date.now()): TemplateResult {
    const late = Date.parse(due) < now;
    return html`<span class="queue-line due" data-late=${late}>${t(late ? 'desk.was-due' : 'desk.due', { when: when(due, now) })}</span>`;
}

export function modeTag(mode: Mode, agent?: string | null): TemplateResult {
    const text = mode === 'agent' && agent ? t('mode.agent-named', { agent }) : t(`mode.${mode}` as Key);
    return html`<span class="tag" data-mode=${mode}>${text}</span>`;
}
