/** What stands around every page: the head with the ways through the portal, and the foot. */
import { html, nothing, type TemplateResult } from 'lit';
import { isAgent, signedIn, signOut } from '../api/session';
import type { Person } from '../api/shapes';
import { type Language, language, switchTo, t } from '../texts/texts';
import { icon, mark } from './icons';
import { Piece } from './piece';

const LANGUAGES: readonly { readonly id: Language; readonly tag: string; readonly name: string }[] = [
    { id: 'zh', tag: 'zh-CN', name: '中文' },
    { id: 'en', tag: 'en', name: 'English' },
];

class Header extends Piece {
    static override properties = { person: { state: true } };
    declare person: Person | null | undefined;

    override connectedCallback(): void {
        super.connectedCallback();
        signedIn().then(
            (person) => (this.person = person),
            () => (this.person = null),
        );
    }

    protected override render(): TemplateResult {
        return html`
            <a class="skip" href="#main">${t('header.skip')}</a>
            <header class="header">
                <div class="header-row">
                    <a class="brand" href="/" aria-label="Cosmopilot">${mark()}<span>Cosmopilot</span></a>
                    ${this.person ? this.ways(this.person) : nothing}
                    <div class="header-end">
                        ${this.languages()} ${this.person ? this.account(this.person) : this.visitor()}
                    </div>
                </div>
            </header>
        `;
    }

    private ways(person: Person): TemplateResult {
        return html`<nav class="ways" aria-label=${t('header.ways')}>
            ${this.way('/console', t('header.console'))}
            ${isAgent(person) ? this.way('/desk', t('header.desk')) : nothing}
            ${this.way('/security', t('header.security'))}
        </nav>`;
    }

    private way(path: string, label: string): TemplateResult {
        return html`<a href=${path} aria-current=${location.pathname === path ? 'page' : nothing}>${label}</a>`;
    }

    private languages(): TemplateResult {
        return html`<div class="languages" role="group" aria-label=${t('header.language')}>
            ${LANGUAGES.map(
                ({ id, tag, name }) =>
                    html`<button type="button" lang=${tag} aria-pressed=${language() === id} @click=${() => switchTo(id)}>
                        ${name}
                    </button>`,
            )}
        </div>`;
    }

    private account(person: Person): TemplateResult {
        return html`<span class="who">${icon('person')}<span>${person.displayName}</span></span>
            <button type="button" class="button quiet small" @click=${() => void signOut()}>${t('header.sign-out')}</button>`;
    }

    private visitor(): TemplateResult | typeof nothing {
        if (this.person === undefined || document.body.dataset.page === 'sign-in') {
            return nothing;
        }
        return html`<a class="button quiet small" href="/sign-in">${t('header.sign-in')}</a>`;
    }
}

class Footer extends Piece {
    protected override render(): TemplateResult {
        return html`<footer class="footer"><p>${t('footer.text')}</p></footer>`;
    }
}

customElements.define('cp-header', Header);
customElements.define('cp-footer', Footer);
