/** The blocks of a message, to be read and not to be pressed: the answers belong to the person. */
import { html, nothing, type TemplateResult } from 'lit';
import { health } from '../parts/applications';
import { type Icon, icon } from '../parts/icons';
import { type Key, t } from '../texts/texts';
import { link, markdown } from './markdown';
import type { Block, Choice, Fact, FormField, ProgressStep, StepState } from './shapes';

const SIGNS: Record<StepState, Icon> = { waiting: 'dot', running: 'spin', done: 'check', failed: 'warning' };

export function block(of: Block): TemplateResult | TemplateResult[] | typeof nothing {
    switch (of.type) {
        case 'text':
            return markdown(of.text);
        case 'choices':
            return choices(of.choices);
        case 'confirm':
            return html`${markdown(of.text)} ${choices(of.choices)}`;
        case 'form':
            return html`${title(of.title)}<dl class="block-facts">${of.fields.map(field)}</dl>`;
        case 'progress':
            return html`${title(of.title)}<ul class="block-steps">${of.steps.map(step)}</ul>`;
        case 'status':
            return html`<ul class="block-rows">
                ${of.rows.map((row) => html`<li><span>${row.name}</span>${health(row.health, row.detail ?? '')}</li>`)}
            </ul>`;
        case 'code':
            return html`<pre class="block-code" tabindex="0" role="region" aria-label=${of.language ?? 'text'}><code>${of.text}</code></pre>`;
        case 'link':
            return html`<p>${link(of.href, of.label ?? of.href) ?? of.label}</p>`;
        case 'approval':
            return html`${title(of.title)}
                <p class="small muted">${t(`approval.${of.state}` as Key)}</p>
                ${facts(of.facts ?? [])}`;
        case 'rating':
            return html`<p class="small muted">${t('block.rating')}</p>`;
        default:
            return html`<p class="small muted">${t('block.unknown')}</p>`;
    }
}

export function facts(of: readonly Fact[]): TemplateResult | typeof nothing {
    return of.length === 0
        ? nothing
        : html`<dl class="block-facts">
              ${of.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
          </dl>`;
}

function title(text: string | undefined): TemplateResult | typeof nothing {
    return text === undefined || text === '' ? nothing : html`<p class="block-title">${text}</p>`;
}

function choices(of: readonly Choice[]): TemplateResult {
    return html`<ul class="block-choices" aria-label=${t('block.answered')}>
        ${of.map((choice) => html`<li>${choice.label ?? choice.id}</li>`)}
    </ul>`;
}

function field(of: FormField): TemplateResult {
    const value = of.kind === 'secret' ? t('block.secret') : String(of.value ?? '–');
    return html`<div><dt>${of.label ?? of.name}</dt><dd>${value}</dd></div>`;
}

function step(of: ProgressStep): TemplateResult {
    return html`<li data-state=${of.state}>
        ${icon(SIGNS[of.state] ?? 'dot')}<span>${of.label}<span class="unseen"> ${t(`step.${of.state}` as Key)}</span></span>
        ${of.detail === undefined ? nothing : html`<span class="muted small">${of.detail}</span>`}
    </li>`;
}
