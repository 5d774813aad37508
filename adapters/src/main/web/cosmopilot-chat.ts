/**
 * The chat of Cosmopilot for any page:
 *
 *     <script type="module" src="…/webchat/cosmopilot-chat.js"></script>
 *     <cosmopilot-chat></cosmopilot-chat>
 *
 * Attributes
 *     open            the panel is open (property `opened`; methods `open()` and `close()`)
 *     lang            `zh` or `en`; without it the page's language, then the person's
 *     theme           `light` or `dark`; without it what the system prefers
 *     server          base address of the server, by default where this script came from
 *     sign-in-href    where a person who is not signed in can do so, by default `/sign-in`
 * Properties
 *     tokenProvider   for pages with their own sign-in: `async () => <access token of the OIDC issuer>`
 * Events on `window`
 *     out             `cosmopilot:journey` (something may have changed: read it again), `cosmopilot:language` {language}
 *     in              `cosmopilot:signed-out` (wipes everything that this browser keeps of the person)
 * Custom properties
 *     --cosmopilot-primary      #1268dc    --cosmopilot-on-primary   #ffffff
 *     --cosmopilot-background   panel      --cosmopilot-surface      bubbles and fields
 *     --cosmopilot-text                    --cosmopilot-muted        times, hints
 *     --cosmopilot-border                  --cosmopilot-radius       8px
 *     --cosmopilot-danger  --cosmopilot-success  --cosmopilot-warning
 *     --cosmopilot-font                    --cosmopilot-mono
 *     --cosmopilot-width        400px      --cosmopilot-height       680px
 *     --cosmopilot-offset       24px       --cosmopilot-z-index      1000
 * Parts: launcher, badge, panel, header, log
 */
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { down, file } from './icons';
import { Conversation } from './model/conversation';
import { Server, type TokenProvider } from './model/server';
import { read, write } from './model/storage';
import { styles } from './styles/styles';
import { languageOf, LOCALES, textsIn, type Language } from './texts';
import './views/composer';
import type { Composer } from './views/composer';
import { empty, header, launcher, notices, signInPanel, typingMark } from './views/frame';
import { messages } from './views/messages';
import type { View } from './views/view';

const LANGUAGE = 'language';
const TROUBLE_AFTER = 1_500;
const NEAR = 80;

export class CosmopilotChat extends LitElement {
    static override styles = styles;
    static override properties = {
        opened: { type: Boolean, reflect: true, attribute: 'open' },
        server: {},
        signInHref: { attribute: 'sign-in-href' },
        tokenProvider: { attribute: false },
        lang: { reflect: true },
        trouble: { state: true },
        dropping: { state: true },
        below: { state: true },
    };

    declare opened: boolean;
    declare server: string;
    declare signInHref: string;
    declare tokenProvider: TokenProvider | null;
    declare trouble: boolean;
    declare dropping: boolean;
    declare below: boolean;

    #http!: Server;
    #conversation!: Conversation;
    #troubleTimer?: number;
    #journeyTimer?: number;
    #following = true;
    readonly #page = new MutationObserver(() => this.#onPageLanguage());
    readonly #growth = new ResizeObserver(() => this.#follow());
    #life = new AbortController();

    constructor() {
        super();
        this.opened = false;
        this.signInHref = '/sign-in';
        this.server = new URL('..', import.meta.url).href;
        this.tokenProvider = null;
    }

    open(): void {
        this.opened = true;
    }

    close(): void {
        this.opened = false;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        const base = new URL(this.server.replace(/\/?$/, '/'), location.href);
        this.#http = new Server(base, () => LOCALES[this.language], () => this.tokenProvider);
        this.#conversation = new Conversation(this.#http, {
            locale: () => LOCALES[this.language],
            changed: () => this.#onChange(),
            moved: () => this.#announceJourney(),
        });
        this.#page.observe(document.documentElement, { attributeFilter: ['lang'] });
        this.#life = new AbortController();
        const { signal } = this.#life;
        addEventListener('cosmopilot:signed-out', () => this.#signedOut(), { signal });
        addEventListener('visibilitychange', () => this.requestUpdate(), { signal });
        this.#conversation.start();
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.#conversation.stop();
        this.#page.disconnect();
        this.#growth.disconnect();
        this.#life.abort();
    }

    get language(): Language {
        return (
            languageOf(this.lang) ??
            languageOf(read(LANGUAGE)) ??
            languageOf(document.documentElement.lang) ??
            languageOf(this.#conversation?.welcomeLocale) ??
            languageOf(navigator.language) ??
            'en'
        );
    }

    override render(): unknown {
        const view = this.#view;
        return html`${this.#panel(view)}${launcher(view, this.opened, () => (this.opened = !this.opened))}`;
    }

    override updated(changed: PropertyValues<this>): void {
        if (changed.has('opened') && changed.get('opened') !== undefined) {
            this.#moveFocus();
        }
        if (changed.has('lang') && changed.get('lang') !== undefined) {
            this.#conversation.reopen();
        }
        this.#follow();
        if (this.opened && !document.hidden && this.#following) {
            this.#conversation.read();
        }
    }

    protected override firstUpdated(): void {
        this.#growth.observe(this.#find('.list'));
        this.#growth.observe(this.#find('.log'));
    }

    get #view(): View {
        const texts = textsIn(this.language);
        const upload = (chosen: File) => this.#http.upload(chosen, texts);
        return { texts, language: this.language, conversation: this.#conversation, upload };
    }

    #panel(view: View): unknown {
        const { line } = this.#conversation;
        return html`<section
            id="panel"
            class="panel"
            part="panel"
            role="dialog"
            aria-labelledby="title"
            lang=${LOCALES[view.language]}
            ?hidden=${!this.opened}
            @keydown=${this.#onKey}
            @answered=${this.#moveFocus}
            @dragover=${this.#onDrag}
            @dragleave=${() => (this.dropping = false)}
            @drop=${this.#onDrop}
        >
            ${header(view, line, () => this.#changeLanguage(), () => this.close())}
            ${notices(view, this.trouble && line !== 'signed-out')} ${this.#log(view)}
            ${line === 'signed-out' ? signInPanel(view, this.signInHref) : this.#foot(view)}
            ${this.dropping ? html`<div class="drop">${file}<b>${view.texts.dropHere}</b></div>` : nothing}
        </section>`;
    }

    #log(view: View): unknown {
        const { line, messages: said, pending, history } = this.#conversation;
        const loading = said.length < (history ?? 0);
        return html`<div
            class="log"
            part="log"
            role="log"
            aria-live="polite"
            aria-busy=${loading ? 'true' : 'false'}
            aria-label=${view.texts.transcript}
            tabindex="0"
            ?hidden=${line === 'signed-out'}
            @scroll=${this.#onScroll}
        >
            <div class="list">
                ${said.length + pending.length ? messages(view) : empty} ${typingMark(view)}
            </div>
        </div>`;
    }

    #foot(view: View): unknown {
        const jump = html`<button type="button" class="jump" @click=${this.#jump}>${down}${view.texts.newMessages}</button>`;
        return html`<footer class="foot">
            ${this.below ? jump : nothing}
            <cosmopilot-composer .view=${view} @sent=${this.#jump}></cosmopilot-composer>
        </footer>`;
    }

    #find(selector: string): HTMLElement {
        return this.renderRoot.querySelector<HTMLElement>(selector)!;
    }

    #onChange(): void {
        clearTimeout(this.#troubleTimer);
        if (this.#conversation.line === 'waiting') {
            this.#troubleTimer = setTimeout(() => (this.trouble = true), TROUBLE_AFTER);
        } else if (this.#conversation.line === 'open') {
            this.trouble = false;
        }
        this.below = !this.#following && this.opened;
        this.requestUpdate();
    }

    /** The newest message stays in sight, unless the person has scrolled up to read. */
    #follow(): void {
        if (this.#following && this.opened) {
            const log = this.#find('.log');
            log.scrollTop = log.scrollHeight;
        }
    }

    #onScroll(): void {
        const log = this.#find('.log');
        this.#following = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
        this.below = this.below && !this.#following;
    }

    #jump(): void {
        this.#following = true;
        this.below = false;
        this.#follow();
    }

    #moveFocus(): void {
        const composer = this.renderRoot.querySelector<Composer>('cosmopilot-composer');
        if (!this.opened) {
            this.#find('.launcher').focus();
        } else if (composer && !matchMedia('(pointer: coarse)').matches) {
            void composer.updateComplete.then(() => composer.focus());
        } else {
            this.#find(composer ? '.log' : '[data-close]').focus();
        }
    }

    #onKey(event: KeyboardEvent): void {
        if (event.key === 'Escape' && !event.isComposing) {
            this.close();
        }
    }

    #onDrag(event: DragEvent): void {
        if (event.dataTransfer?.types.includes('Files')) {
            event.preventDefault();
            this.dropping = true;
        }
    }

    #onDrop(event: DragEvent): void {
        event.preventDefault();
        this.dropping = false;
        this.renderRoot.querySelector<Composer>('cosmopilot-composer')?.add(event.dataTransfer?.files ?? []);
    }

    #changeLanguage(): void {
        const language = this.language === 'zh' ? 'en' : 'zh';
        dispatchEvent(new CustomEvent('cosmopilot:language', { detail: { language } }));
        if (this.lang) {
            this.lang = language;
        } else {
            this.#speak(language);
        }
    }

    /** The page has changed its language: the chat goes along. */
    #onPageLanguage(): void {
        const language = languageOf(document.documentElement.lang);
        if (language && language !== this.language) {
            this.#speak(language);
        }
    }

    #speak(language: Language): void {
        write(LANGUAGE, language);
        this.#conversation.reopen();
        this.requestUpdate();
    }

    #signedOut(): void {
        this.#conversation.wipe();
        this.renderRoot.querySelector<Composer>('cosmopilot-composer')?.clear();
    }

    /** Several messages in a row are one piece of news. */
    #announceJourney(): void {
        clearTimeout(this.#journeyTimer);
        this.#journeyTimer = setTimeout(() => dispatchEvent(new CustomEvent('cosmopilot:journey')), 200);
    }
}

customElements.define('cosmopilot-chat', CosmopilotChat);
