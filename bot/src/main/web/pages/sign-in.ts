/** The way in; patient with mistyped passwords, and open about being slowed down by them. */
import { html, type TemplateResult } from 'lit';
import { Problem } from '../api/problem';
import { firstPageOf, signedIn, signIn } from '../api/session';
import { notice, textField } from '../parts/fields';
import { FormPage } from '../parts/form-page';
import '../parts/password';
import { type Key, t } from '../texts/texts';

const FAILURES_UNTIL_HINT = 3;

class SignIn extends FormPage {
    protected readonly titleKey: Key = 'sign-in.title';
    private failures = 0;

    override connectedCallback(): void {
        super.connectedCallback();
        signedIn().then((person) => person && location.replace(firstPageOf(person)), () => undefined);
    }

    protected override async send({ username = '', password = '' }: Record<string, string>): Promise<void> {
        location.assign(firstPageOf(await signIn(username, password)));
    }

    protected override async fail(problem: Problem): Promise<void> {
        this.failures += 1;
        await super.fail(problem);
        this.querySelector<HTMLInputElement>('#password')?.select();
    }

    protected override render(): TemplateResult {
        const returning = new URLSearchParams(location.search).has('next') && this.problem === undefined;
        return html`<section class="form-page">
            <div class="card form-card">
                <h1>${t('sign-in.title')}</h1>
                <p class="lead">${t('sign-in.lead')}</p>
                ${notice('info', returning ? t('sign-in.return') : undefined)} ${this.failure()}
                ${notice('info', this.slowedDown() ? t('sign-in.slowed') : undefined)}
                <form novalidate @submit=${this.onSubmit}>
                    ${textField({
                        name: 'username',
                        label: t('field.username'),
                        autocomplete: 'username',
                        errors: this.errors.username,
                    })}
                    <cp-password name="password" .label=${t('field.password')} .errors=${this.errors.password}></cp-password>
                    ${this.sendButton(t('sign-in.send'))}
                </form>
                <p class="aside">${t('sign-in.no-account')} <a href="/register">${t('register.title')}</a></p>
            </div>
        </section>`;
    }

    private slowedDown(): boolean {
        return this.problem?.status === 429 || (this.problem !== undefined && this.failures >= FAILURES_UNTIL_HINT);
    }
}

customElements.define('cp-sign-in', SignIn);
