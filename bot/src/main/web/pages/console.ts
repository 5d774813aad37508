/** The console: where the person stands on their journey, and how their applications are. */
import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../api/calls';
import { Problem } from '../api/problem';
import { askToSignIn, mustBeSignedIn } from '../api/session';
import type { Application, Journey, Person } from '../api/shapes';
import { applicationCard } from '../parts/applications';
import { embedChat, JOURNEY_CHANGED, openChat } from '../parts/chat';
import { notice } from '../parts/fields';
import { Freshness } from '../parts/freshness';
import { icon } from '../parts/icons';
import { doneOf, journeySteps } from '../parts/journey';
import { Page } from '../parts/piece';
import { type Key, t, tOr } from '../texts/texts';

class Console extends Page {
    static override properties = {
        person: { state: true },
        journey: { state: true },
        applications: { state: true },
        problem: { state: true },
    };
    protected readonly titleKey: Key = 'console.title';
    declare person: Person | undefined;
    declare journey: Journey | undefined;
    declare applications: readonly Application[] | undefined;
    declare problem: Problem | undefined;

    constructor() {
        super();
        new Freshness(this, () => this.read(), JOURNEY_CHANGED);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        void mustBeSignedIn((problem) => (this.problem = problem)).then((person) => {
            this.person = person;
            embedChat();
            return this.read();
        });
    }

    protected override languageSwitched(): void {
        super.languageSwitched();
        void this.read();
    }

    protected override render(): TemplateResult {
        return html`<section class="page">
            ${notice('error', this.problem?.message)}
            ${this.person ? html`<h1>${t('console.greeting', { name: this.person.displayName })}</h1>` : nothing}
            ${this.journey ? this.journeyCard(this.journey) : nothing}
            ${this.applications ? this.applicationsOf(this.applications) : this.problem ? nothing : loading()}
        </section>`;
    }

    private async read(): Promise<void> {
        if (this.person === undefined) {
            return;
        }
        try {
            [this.journey, this.applications] = await Promise.all([
                get<Journey>('/api/me/journey'),
                get<readonly Application[]>('/api/me/applications'),
            ]);
            this.problem = undefined;
        } catch (thrown) {
            this.problem = Problem.from(thrown);
            if (this.problem.status === 401) {
                askToSignIn();
            }
        }
    }

    private journeyCard(journey: Journey): TemplateResult {
        const all = journey.steps.length;
        return html`<section class="card journey-card" aria-labelledby="journey-title">
            <div class="journey-head">
                <h2 id="journey-title">${t('console.journey')}</h2>
                <p class="muted small">${t('console.journey-done', { done: doneOf(journey), all })}</p>
            </div>
            ${journeySteps(journey)} ${journey.next ? this.nextStep(journey, journey.next) : this.arrived()}
        </section>`;
    }

    private nextStep(journey: Journey, next: string): TemplateResult {
        const label = journey.steps.find((step) => step.id === next)?.label ?? '';
        return html`<div class="next-step">
            <div>
                <p class="eyebrow">${t('console.next')}</p>
                <h3>${label}</h3>
                <p>${tOr(`next.${next}`, '')}</p>
            </div>
            <button type="button" class="button primary" @click=${openChat}>${icon('chat')}${t('console.next-open')}</button>
        </div>`;
    }

    private arrived(): TemplateResult {
        return html`<div class="next-step">
            <div><h3>${t('console.arrived')}</h3><p>${t('console.arrived-text')}</p></div>
            <button type="button" class="button" @click=${openChat}>${icon('chat')}${t('console.open-chat')}</button>
        </div>`;
    }

    private applicationsOf(applications: readonly Application[]): TemplateResult {
        return html`<section aria-labelledby="applications-title">
            <h2 id="applications-title" class="section-title">${t('console.applications')}</h2>
            ${applications.length === 0 ? this.none() : html`<div class="applications">${applications.map(applicationCard)}</div>`}
        </section>`;
    }

    private none(): TemplateResult {
        const early = this.journey?.steps.some((step) => step.id === 'space' && !step.done);
        return html`<div class="card empty">
            ${icon('rocket', 'large')}
            <h3>${t('console.none')}</h3>
            <p>${t(early ? 'console.none-early' : 'console.none-text')}</p>
            <p><code class="say">${t('console.none-example')}</code></p>
            <button type="button" class="button" @click=${openChat}>${icon('chat')}${t('console.open-chat')}</button>
        </div>`;
    }
}

function loading(): TemplateResult {
    return html`<div class="card loading" role="status"><span class="unseen">${t('page.loading')}</span></div>`;
}

customElements.define('cp-console', Console);
