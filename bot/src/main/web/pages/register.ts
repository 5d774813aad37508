/** Makes an account, and lets the person straight in. */
import { html, type TemplateResult } from 'lit';
import { call } from '../api/calls';
import { firstPageOf, signedIn, signIn } from '../api/session';
import { textField } from '../parts/fields';
import { FormPage } from '../parts/form-page';
import '../parts/password';
import { type Key, t } from '../texts/texts';

class Register extends FormPage {
    protected readonly titleKey: Key = 'register.title';

    override connectedCallback(): void {
        super.connectedCallback();
        signedIn().then((person) => person && location.replace(firstPageOf(person)), () => undefined);
    }

    protected override async send(typed: Record<string, string>): Promise<void> {
        const { username = '', displayName = '', email = '', password = '' } = typed;
        await call('POST', '/api/accounts', { username, displayName, email, password });
        location.assign(firstPageOf(await signIn(username, password)));
    }

    protected override render(): TemplateResult {
        return html`<section class="form-page">
            <div class="card form-card">
                <h1>${t('register.title')}</h1>
                <p class="lead">${t('register.lead')}</p>
                ${this.failure()}
                <form novalidate @submit=${this.onSubmit}>
                    ${textField({
                        name: 'username',
                        label: t('field.username'),
                        autocomplete: 'username',
                        hint: t('register.username-hint'),
                        errors: this.errors.username,
                    })}
                    ${textField({
                        name: 'displayName',
                        label: t('field.display-name'),
                        autocomplete: 'name',
                        hint: t('register.display-name-hint'),
                        errors: this.errors.displayName,
                    })}
                    ${textField({
                        name: 'email',
                        label: t('field.email'),
                        type: 'email',
                        autocomplete: 'email',
                        errors: this.errors.email,
                    })}
                    <cp-password name="password" fresh .label=${t('field.password')} .errors=${this.errors.password}></cp-password>
                    ${this.sendButton(t('register.send'))}
                </form>
                <p class="aside">${t('register.have-account')} <a href="/sign-in">${t('header.sign-in')}</a></p>
            </div>
        </section>`;
    }
}

customElements.define('cp-register', Register);
