/** A password field that can show what is typed and, for a new password, ticks off the rules. */
import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../texts/texts';
import { errorsOf } from './fields';
import { icon } from './icons';
import { PASSWORD_RULES, type PasswordRule } from './password-rules';
import { Piece } from './piece';

class Password extends Piece {
    static override properties = {
        name: {},
        label: {},
        fresh: { type: Boolean },
        errors: { attribute: false },
        typed: { state: true },
        shown: { state: true },
    };
    declare name: string;
    declare label: string;
    /** Whether a new password is being made up: the rules are shown. */
    declare fresh: boolean;
    declare errors: readonly string[] | undefined;
    declare typed: string;
    declare shown: boolean;

    constructor() {
        super();
        this.typed = '';
        this.shown = false;
    }

    protected override render(): TemplateResult {
        const errors = this.errors ?? [];
        return html`<div class="field">
            <label for=${this.name}>${this.label}</label>
            <div class="with-button">
                <input
                    id=${this.name}
                    name=${this.name}
                    type=${this.shown ? 'text' : 'password'}
                    autocomplete=${this.fresh ? 'new-password' : 'current-password'}
                    autocapitalize="none"
                    spellcheck="false"
                    required
                    aria-invalid=${errors.length > 0 ? 'true' : nothing}
                    aria-describedby=${this.describedBy(errors)}
                    @input=${this.onInput}
                />
                <button type="button" class="in-field" aria-label=${t('password.show')} aria-pressed=${this.shown}
                    @click=${() => (this.shown = !this.shown)}>
                    ${icon(this.shown ? 'eye-off' : 'eye')}
                </button>
            </div>
            ${errorsOf(this.name, errors)} ${this.fresh ? this.rules() : nothing}
        </div>`;
    }

    private rules(): TemplateResult {
        return html`<ul class="rules" id="${this.name}-rules" aria-label=${t('password.rules')}>
            ${PASSWORD_RULES.map((rule) => this.rule(rule))}
        </ul>`;
    }

    private rule(rule: PasswordRule): TemplateResult {
        const met = rule.met(this.typed);
        return html`<li data-met=${met}>
            ${icon(met ? 'check' : 'dot')}<span>${t(rule.text)}</span>
            <span class="unseen">${t(met ? 'password.met' : 'password.unmet')}</span>
        </li>`;
    }

    private describedBy(errors: readonly string[]): string | typeof nothing {
        const ids = [errors.length > 0 ? `${this.name}-errors` : '', this.fresh ? `${this.name}-rules` : ''].filter(Boolean);
        return ids.length === 0 ? nothing : ids.join(' ');
    }

    private onInput(event: InputEvent): void {
        this.typed = (event.target as HTMLInputElement).value;
    }
}

customElements.define('cp-password', Password);
