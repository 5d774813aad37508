/** Links an account of another channel: the person sees which account asks, and confirms. The secret is behind the #. */
import { html, type TemplateResult } from 'lit';
import { call } from '../api/calls';
import { Problem } from '../api/problem';
import { mustBeSignedIn } from '../api/session';
import type { Asking, Person } from '../api/shapes';
import { notice } from '../parts/fields';
import { FormPage } from '../parts/form-page';
import { channelName } from '../parts/links';
import { type Key, t } from '../texts/texts';

const KEPT = 'cosmopilot.link';

class Link extends FormPage {
    static override properties = { person: { state: true }, asking: { state: true }, linked: { state: true } };
    protected readonly titleKey: Key = 'link.title';
    declare person: Person | undefined;
    declare asking: Asking | undefined;
    declare linked: boolean;
    private secret = '';

    override connectedCallback(): void {
        super.connectedCallback();
        this.secret = takenSecret();
        void mustBeSignedIn((problem) => (this.problem = problem)).then((person) => this.ask(person));
    }

    protected override async send(): Promise<void> {
        await call('POST', '/api/me/links', { secret: this.secret });
        sessionStorage.removeItem(KEPT);
        this.linked = true;
    }

    protected override render(): TemplateResult {
        if (!this.person) {
            return this.failure();
        }
        return html`<section class="form-page"><div class="card form-card">
            <h1>${t('link.title')}</h1>
            ${notice('good', this.linked ? t('link.done') : undefined)}
            ${this.asking && !this.linked ? this.question(this.asking, this.person) : this.gone()}
        </div></section>`;
    }

    private async ask(person: Person): Promise<void> {
        this.problem = undefined;
        try {
            this.asking = await call<Asking>('POST', '/api/me/links/asking', { secret: this.secret });
        } catch (thrown) {
            this.problem = Problem.from(thrown);
        }
        this.person = person;
    }

    private question(asking: Asking, person: Person): TemplateResult {
        return html`<p class="lead">${t('link.lead')}</p>
            <dl class="facts">
                <div><dt>${channelName(asking.channel)}</dt><dd>${asking.name}</dd></div>
                <div><dt>${t('field.username')}</dt><dd>${person.username}</dd></div>
            </dl>
            ${notice('info', t('link.warning'))} ${this.failure()}
            <form novalidate @submit=${this.onSubmit}>${this.sendButton(t('link.send'))}</form>`;
    }

    private gone(): TemplateResult {
        return this.linked
            ? html`<p class="aside"><a href="/security">${t('security.title')}</a></p>`
            : html`${notice('error', this.problem?.status === 404 ? t('link.gone') : this.problem?.message)}`;
    }
}

/** Out of the address, so that it is in no history; kept while the person signs in. */
function takenSecret(): string {
    const secret = location.hash.slice(1);
    if (secret !== '') {
        sessionStorage.setItem(KEPT, secret);
        history.replaceState(null, '', location.pathname);
    }
    return sessionStorage.getItem(KEPT) ?? '';
}

customElements.define('cp-link', Link);
