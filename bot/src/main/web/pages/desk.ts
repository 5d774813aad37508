/** The desk of the support agents: the queue, one conversation, and the person it is with. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { call, get } from '../api/calls';
import { Problem } from '../api/problem';
import { askToSignIn, isAgent, mustBeSignedIn } from '../api/session';
import type { Person } from '../api/shapes';
import '../desk/composer';
import '../desk/decision';
import { DeskEvents } from '../desk/events';
import { aboutPerson } from '../desk/person';
import { conversationAt, isOpen, modeTag, queue } from '../desk/queue';
import type { Approval, Detail, Queue } from '../desk/shapes';
import { transcript } from '../desk/transcript';
import { embedChat } from '../parts/chat';
import { notice } from '../parts/fields';
import { icon } from '../parts/icons';
import { Page } from '../parts/piece';
import { type Key, t } from '../texts/texts';

type Deed = 'take-over' | 'hand-back' | 'resolve';

interface News {
    readonly kind: 'good' | 'info' | 'error';
    readonly text: string;
}

class Desk extends Page {
    static override properties: PropertyDeclarations = {
        person: { state: true },
        queue: { state: true },
        chosen: { state: true },
        detail: { state: true },
        news: { state: true },
        problem: { state: true },
    };
    protected readonly titleKey: Key = 'desk.title';
    declare person: Person | undefined;
    declare queue: Queue | undefined;
    declare chosen: string | undefined;
    declare detail: Detail | undefined;
    declare news: News | undefined;
    declare problem: Problem | undefined;
    private readonly events = new DeskEvents(this, (conversation) => void this.read(conversation));

    override connectedCallback(): void {
        super.connectedCallback();
        window.addEventListener('hashchange', this.onChosen);
        void mustBeSignedIn((problem) => (this.problem = problem)).then((person) => this.enter(person));
    }

    override disconnectedCallback(): void {
        window.removeEventListener('hashchange', this.onChosen);
        super.disconnectedCallback();
    }

    protected override languageSwitched(): void {
        super.languageSwitched();
        void this.read();
    }

    protected override updated(): void {
        const count = this.queue?.approvals.filter(isOpen).length ?? 0;
        document.title = `${count === 0 ? t('desk.title') : t('desk.title-waiting', { count })} · Cosmopilot`;
    }

    protected override render(): TemplateResult {
        if (this.person === undefined) {
            return notice('error', this.problem?.message);
        }
        return isAgent(this.person) ? this.desk(this.person) : closed();
    }

    private desk(person: Person): TemplateResult {
        return html`<div class="desk" data-chosen=${this.chosen !== undefined}>
            <h1 class="unseen">${t('desk.title')}</h1>
            <nav class="desk-queue" aria-label=${t('desk.queue')}>
                ${notice('error', this.problem?.message)} ${this.events.live ? nothing : interrupted()}
                ${this.queue ? queue(this.queue, this.chosen) : nothing}
            </nav>
            ${this.detail ? this.conversation(this.detail, person) : nobody()}
        </div>`;
    }

    private conversation(detail: Detail, person: Person): TemplateResult {
        return html`<section class="desk-conversation" aria-label=${t('desk.transcript', { name: detail.person.name })}>
                <header class="desk-head">
                    <a class="button quiet small desk-back" href="#">${icon('back')}${t('desk.back')}</a>
                    <div>
                        <h2>${detail.person.name}</h2>
                        <p class="desk-mode">${modeTag(detail.mode, detail.agent)}<span class="muted small">${detail.topic}</span></p>
                    </div>
                    <div class="desk-deeds">${this.deeds(detail)}</div>
                </header>
                ${notice(this.news?.kind ?? 'info', this.news?.text)} ${this.approvals(detail, person)} ${transcript(detail)}
                <cp-desk-composer .detail=${detail} .sent=${() => void this.read(detail.conversation)}></cp-desk-composer>
            </section>
            <aside class="desk-person" aria-label=${t('desk.person', { name: detail.person.name })}>${aboutPerson(detail)}</aside>`;
    }

    /** The open requests of this conversation; when there is none, the latest decided one. */
    private approvals(detail: Detail, person: Person): TemplateResult[] {
        const all = this.queue?.approvals.filter((approval) => approval.conversation === detail.conversation) ?? [];
        const open = all.filter(isOpen);
        return (open.length > 0 ? open : all.slice(0, 1)).map(
            (approval: Approval) => html`<cp-decision
                .approval=${approval}
                .username=${person.username}
                .decided=${(news: News) => this.tell(news)}
            ></cp-decision>`,
        );
    }

    private deeds(detail: Detail): TemplateResult {
        return detail.mode === 'agent'
            ? html`${this.deed('hand-back', '')} ${this.deed('resolve', '')}`
            : this.deed('take-over', 'primary');
    }

    private deed(deed: Deed, look: string): TemplateResult {
        return html`<button type="button" class="button small ${look}" @click=${() => void this.perform(deed)}>${t(`desk.${deed}`)}</button>`;
    }

    private async perform(deed: Deed): Promise<void> {
        try {
            await call('POST', `/api/desk/conversations/${encodeURIComponent(this.chosen ?? '')}/${deed}`);
            this.news = undefined;
            await this.read();
        } catch (thrown) {
            this.tell({ kind: 'error', text: Problem.from(thrown).message });
        }
    }

    private tell(news: News): void {
        this.news = news;
        void this.read();
    }

    private readonly onChosen = (): void => {
        this.chosen = conversationAt(location.hash);
        this.news = undefined;
        if (this.detail?.conversation !== this.chosen) {
            this.detail = undefined;
        }
        void this.read();
    };

    private enter(person: Person): void {
        this.problem = undefined;
        this.person = person;
        embedChat();
        if (isAgent(person)) {
            this.onChosen();
            this.events.start();
        }
    }

    /** Reads everything shown again; with a conversation, only what it is part of. */
    private async read(conversation?: string): Promise<void> {
        try {
            await Promise.all([
                this.readQueue(),
                conversation === undefined || conversation === this.chosen ? this.readDetail() : undefined,
            ]);
            this.problem = undefined;
        } catch (thrown) {
            this.problem = Problem.from(thrown);
            if (this.problem.status === 401) {
                askToSignIn();
            }
        }
    }

    private async readQueue(): Promise<void> {
        this.queue = await get<Queue>('/api/desk/queue');
    }

    private async readDetail(): Promise<void> {
        const { chosen } = this;
        if (chosen === undefined) {
            return;
        }
        const detail = await get<Detail>(`/api/desk/conversations/${encodeURIComponent(chosen)}`);
        if (this.chosen === chosen) {
            await this.show(detail);
        }
    }

    /** Follows the conversation, unless the agent reads further up. */
    private async show(detail: Detail): Promise<void> {
        const log = this.querySelector('.transcript');
        const following = log === null || log.scrollHeight - log.scrollTop - log.clientHeight < 80;
        this.detail = detail;
        await this.updateComplete;
        if (following) {
            this.querySelector('.transcript')?.scrollTo({ top: Number.MAX_SAFE_INTEGER });
        }
    }
}

function closed(): TemplateResult {
    return html`<section class="form-page">
        <div class="card form-card">
            <h1>${t('desk.closed')}</h1>
            <p class="lead">${t('desk.closed-text')}</p>
            <p class="closed-way"><a class="button primary" href="/console">${t('desk.to-console')}</a></p>
        </div>
    </section>`;
}

function nobody(): TemplateResult {
    return html`<section class="desk-conversation desk-nobody">
        ${icon('chat', 'large')}
        <h2>${t('desk.choose')}</h2>
        <p class="muted">${t('desk.choose-text')}</p>
    </section>`;
}

function interrupted(): TemplateResult {
    return html`<p class="muted small interrupted">${icon('clock')}${t('desk.polling')}</p>`;
}

customElements.define('cp-desk', Desk);
