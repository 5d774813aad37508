/** The base of every element of the portal: rendered into the page itself, and again when the language is switched. */
import { LitElement } from 'lit';
import { type Key, LANGUAGE_SWITCHED, t } from '../texts/texts';

export abstract class Piece extends LitElement {
    private readonly onLanguage = (): void => this.languageSwitched();

    /** One stylesheet serves all pages, and password managers find the fields. */
    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        window.addEventListener(LANGUAGE_SWITCHED, this.onLanguage);
    }

    override disconnectedCallback(): void {
        window.removeEventListener(LANGUAGE_SWITCHED, this.onLanguage);
        super.disconnectedCallback();
    }

    protected languageSwitched(): void {
        this.requestUpdate();
    }
}

/** The content of one page; it names the window. */
export abstract class Page extends Piece {
    protected abstract readonly titleKey: Key;

    protected override updated(): void {
        document.title = `${t(this.titleKey)} · Cosmopilot`;
    }
}
