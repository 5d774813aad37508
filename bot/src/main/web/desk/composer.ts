/** Where an agent writes: to the person after taking over, or a note that only agents see. */
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { call } from '../api/calls';
import { Problem } from '../api/problem';
import { notice } from '../parts/fields';
import { Piece } from '../parts/piece';
import { type Key, t } from '../texts/texts';
import { cannedAnswers } from './canned';
import type { Detail } from './shapes';

type Kind = 'reply' | 'note';

class DeskComposer extends Piece {
    static override properties: PropertyDeclarations = {
        detail: { attribute: false },
        sent: { attribute: false },
        wanted: { state: true },
        busy: { state: true },
        problem: { state: true },
    };
    declare detail: Detail;
    declare sent: () => void;
    declare wanted: Kind;
    declare busy: boolean;
    declare problem: Problem | undefined;

    constructor() {
        super();
        this.wanted = 'reply';
    }

    private get mayReply(): boolean {
        return this.detail.mode === 'agent';
    }

    private get kind(): Kind {
        return this.mayReply ? this.wanted : 'note';
    }

    private get box(): HTMLTextAreaElement | null {
        return this.querySelector('textarea');
    }

    protected override willUpdate(changed: PropertyValues<this>): void {
        const before = changed.get('detail') as Detail | undefined;
        if (before !== undefined && before.conversation !== this.detail.conversation) {
            this.problem = undefined;
            this.fill('');
        }
    }

    protected override render(): TemplateResult {
        const kind = this.kind;
        return html`<form class="composer" data-kind=${kind} @submit=${this.onSubmit}>
            ${notice('error', this.problem?.message)}
            <div class="composer-head">
                <div class="languages" role="group" aria-label=${t('composer.kind')}>
                    ${this.mayReply ? this.choice('reply') : nothing} ${this.choice('note')}
                </div>
                ${this.mayReply ? cannedAnswers(this.insert) : html`<p class="muted small">${t('composer.take-over-first')}</p>`}
            </div>
            <label class="unseen" for="composer">${kind === 'reply' ? t('composer.reply-text', { name: this.detail.person.name }) : t('composer.note-text')}</label>
            <textarea id="composer" rows="2" maxlength="8000" required
                placeholder=${kind === 'reply' ? t('composer.reply-text', { name: this.detail.person.name }) : t('composer.note-text')}
                @keydown=${this.onKey}></textarea>
            <div class="composer-foot">
                <p class="muted small">${t(kind === 'note' ? 'composer.note-hint' : 'composer.keys')}</p>
                <button class="button primary small" ?disabled=${this.busy}>${t(kind === 'note' ? 'composer.save' : 'composer.send')}</button>
            </div>
        </form>`;
    }

    private choice(kind: Kind): TemplateResult {
        return html`<button type="button" aria-pressed=${this.kind === kind} @click=${() => (this.wanted = kind)}>
            ${t(`composer.${kind}` as Key)}
        </button>`;
    }

    private readonly insert = (text: string): void => {
        this.wanted = 'reply';
        const { box } = this;
        box?.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
        box?.focus();
    };

    /** Enter sends, unless it chooses characters in an input method. */
    private readonly onKey = (event: KeyboardEvent): void => {
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
        }
    };

    private readonly onSubmit = async (event: SubmitEvent): Promise<void> => {
        event.preventDefault();
        const text = this.box?.value.trim() ?? '';
        if (this.busy || text === '') {
            return;
        }
        this.busy = true;
        this.problem = undefined;
        try {
            const where = this.kind === 'note' ? 'notes' : 'messages';
            await call('POST', `/api/desk/conversations/${encodeURIComponent(this.detail.conversation)}/${where}`, { text });
            this.fill('');
            this.sent();
        } catch (thrown) {
            this.problem = Problem.from(thrown);
        } finally {
            this.busy = false;
        }
    };

    private fill(text: string): void {
        if (this.box !== null) {
            this.box.value = text;
        }
    }
}

customElements.define('cp-desk-composer', DeskComposer);
