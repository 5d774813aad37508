/** The security centre: a person changes their own password. */
import { html, type TemplateResult } from 'lit';
import { call } from '../api/calls';
import { mustBeSignedIn } from '../api/session';
import type { Person } from '../api/shapes';
import { embedChat } from '../parts/chat';
import { notice } from '../parts/fields';
import { FormPage } from '../parts/form-page';
import '../parts/links';
import '../parts/password';
import { type Key, t } from '../texts/texts';

class Security extends FormPage {
    static override properties = { person: { state: true }, changed: { state: true } };
    protected readonly titleKey: Key = 'security.title';
    declare person: Person | undefined;
    declare changed: boolean;

    override connectedCallback(): void {
        super.connectedCallback();
        void mustBeSignedIn((problem) => (this.problem = problem)).then((person) => {
            this.problem = undefined;
            this.person = person;
            embedChat();
        });
    }

    protected override async send({ current = '', next = '' }: Record<string, string>, form: HTMLFormElement): Promise<void> {
        this.changed = false;
        await call('PUT', '/api/accounts/me/password', { current, next });
        form.reset();
        for (const input of form.querySelectorAll('input')) {
            input.dispatchEvent(new Event('input'));
        }
        this.changed = true;
    }

    protected override render(): TemplateResult {
        if (!this.person) {
            return this.failure();
        }
        return html`<section class="page narrow">
            <h1>${t('security.title')}</h1>
            <p class="lead">${t('security.lead')}</p>
            <div class="card">${this.account(this.person)}</div>
            <div class="card"><cp-links></cp-links></div>
            <div class="card">
                <h2 id="password">${t('security.password')}</h2>
                ${this.failure()} ${notice('good', this.changed ? t('security.changed') : undefined)}
                <form novalidate @submit=${this.onSubmit}>
                    <input class="unseen" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" readonly
                        .value=${this.person.username} />
                    <cp-password name="current" .label=${t('security.current')} .errors=${this.errors.current}></cp-password>
                    <cp-password name="next" fresh .label=${t('security.next')} .errors=${this.errors.next}></cp-password>
                    ${this.sendButton(t('security.send'))}
                </form>
            </div>
        </section>`;
    }

    private account(person: Person): TemplateResult {
        return html`<h2>${t('security.account')}</h2>
            <dl class="facts">
                <div><dt>${t('field.username')}</dt><dd>${person.username}</dd></div>
                <div><dt>${t('field.display-name')}</dt><dd>${person.displayName}</dd></div>
                <div><dt>${t('field.email')}</dt><dd>${person.email}</dd></div>
            </dl>`;
    }
}

customElements.define('cp-security', Security);
