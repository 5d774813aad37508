/** One request and its decision: approve, approve less, or refuse; decided ones say who and when. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { call } from '../api/calls';
import { Problem } from '../api/problem';
import { notice, typedInto } from '../parts/fields';
import { Piece } from '../parts/piece';
import { type Key, t } from '../texts/texts';
import { when } from '../texts/times';
import { facts } from './blocks';
import { isOpen } from './queue';
import type { Approval, Quota } from './shapes';

type Verdict = 'approve' | 'deny' | 'counter';
type Decided = (news: { readonly kind: 'good' | 'info'; readonly text: string }) => void;

const QUOTAS: readonly (readonly [keyof Quota, Key])[] = [
    ['storageGi', 'decision.storage'],
    ['cpu', 'decision.cpu'],
    ['memoryGi', 'decision.memory'],
];

class Decision extends Piece {
    static override properties: PropertyDeclarations = {
        approval: { attribute: false },
        username: {},
        decided: { attribute: false },
        asking: { state: true },
        busy: { state: true },
        problem: { state: true },
    };
    declare approval: Approval;
    /** Whoever is deciding. */
    declare username: string;
    declare decided: Decided;
    declare asking: Exclude<Verdict, 'approve'> | undefined;
    declare busy: boolean;
    declare problem: Problem | undefined;

    protected override render(): TemplateResult {
        const { title, requester, requestedAt, state } = this.approval;
        return html`<section class="decision" data-state=${state} aria-label=${title}>
            <div class="queue-head">
                <h3>${title}</h3>
                <span class="tag" data-state=${state}>${t(`approval.${state}` as Key)}</span>
            </div>
            <p class="muted small">${t('decision.requested', { name: requester.name, when: when(requestedAt) })}</p>
            ${facts(this.approval.facts)} ${this.provisioning()} ${isOpen(this.approval) ? this.open() : this.closed()}
        </section>`;
    }

    private open(): TemplateResult {
        if (this.approval.requester.username === this.username) {
            return notice('info', t('decision.own'));
        }
        return html`${notice('error', this.problem && [this.problem.message, ...Object.values(this.problem.fields).flat()].join(' '))}
        ${this.asking === undefined ? this.verdicts() : this.form(this.asking)}`;
    }

    private closed(): TemplateResult | typeof nothing {
        const { decidedBy, decidedAt, state, reason } = this.approval;
        if (!decidedBy || !decidedAt) {
            return nothing;
        }
        const said = { state: t(`approval.${state}` as Key), name: decidedBy, when: when(decidedAt) };
        return html`<p class="small">${t('decision.decided', said)}</p>
            ${reason ? html`<p class="small as-typed">${t('decision.reason')}: ${reason}</p>` : nothing}`;
    }

    private provisioning(): TemplateResult | typeof nothing {
        return this.approval.provisioning ? notice('info', this.approval.provisioning) : nothing;
    }

    private verdicts(): TemplateResult {
        return html`<div class="verdicts">
            <button type="button" class="button primary small" ?disabled=${this.busy} @click=${() => void this.decide('approve')}>
                ${t('decision.approve')}
            </button>
            ${this.approval.asked ? this.ask('counter') : nothing} ${this.ask('deny')}
        </div>`;
    }

    private ask(verdict: Exclude<Verdict, 'approve'>): TemplateResult {
        return html`<button type="button" class="button small ${verdict === 'deny' ? 'danger' : ''}" ?disabled=${this.busy}
            @click=${() => this.askFor(verdict)}>${t(`decision.${verdict}`)}</button>`;
    }

    private form(verdict: Exclude<Verdict, 'approve'>): TemplateResult {
        return html`<form class="verdict-form" @submit=${this.onSubmit}>
            ${verdict === 'counter' ? html`<div class="quotas">${QUOTAS.map(([name, label]) => this.quota(name, label))}</div>` : nothing}
            <div class="field">
                <label for=${this.idOf('reason')}>${t('decision.reason')}</label>
                <textarea id=${this.idOf('reason')} name="reason" rows="2" required aria-describedby=${this.idOf('hint')}></textarea>
                <p class="hint" id=${this.idOf('hint')}>${t('decision.reason-hint', { name: this.approval.requester.name })}</p>
            </div>
            <div class="verdicts">
                <button class="button small ${verdict === 'deny' ? 'danger' : 'primary'}" ?disabled=${this.busy}>
                    ${t(`decision.send-${verdict}`)}
                </button>
                <button type="button" class="button quiet small" @click=${() => (this.asking = undefined)}>${t('decision.cancel')}</button>
            </div>
        </form>`;
    }

    private quota(name: keyof Quota, label: Key): TemplateResult {
        return html`<div class="field">
            <label for=${this.idOf(name)}>${t(label)}</label>
            <input id=${this.idOf(name)} name=${name} type="number" min="0" step="any" required .value=${String(this.approval.asked?.[name] ?? '')} />
        </div>`;
    }

    /** Several requests may be open beside each other. */
    private idOf(field: string): string {
        return `${field}-${this.approval.approval}`;
    }

    private async askFor(verdict: Exclude<Verdict, 'approve'>): Promise<void> {
        this.asking = verdict;
        await this.updateComplete;
        this.querySelector<HTMLElement>('input, textarea')?.focus();
    }

    private readonly onSubmit = (event: SubmitEvent): void => {
        event.preventDefault();
        const { reason = '', ...quota } = typedInto(event.currentTarget as HTMLFormElement);
        const numbers = Object.fromEntries(Object.entries(quota).map(([name, value]) => [name, Number(value)]));
        void this.decide(this.asking ?? 'approve', this.asking === 'counter' ? { reason, quota: numbers } : { reason });
    };

    private async decide(decision: Verdict, more: object = {}): Promise<void> {
        this.busy = true;
        this.problem = undefined;
        try {
            await call('POST', `/api/desk/approvals/${encodeURIComponent(this.approval.approval)}/decision`, { decision, ...more });
            this.asking = undefined;
            this.decided({ kind: 'good', text: t('decision.done', { name: this.approval.requester.name }) });
        } catch (thrown) {
            this.fail(Problem.from(thrown));
        } finally {
            this.busy = false;
        }
    }

    /** Somebody else was faster: that is news, not a mistake. */
    private fail(problem: Problem): void {
        if (problem.status === 409) {
            this.asking = undefined;
            this.decided({ kind: 'info', text: problem.message });
        } else {
            this.problem = problem;
        }
    }
}

customElements.define('cp-decision', Decision);
