/** A person's applications as cards: how they are, what runs, where they answer, what is wrong. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Application, Component, Health } from '../api/shapes';
import { t, type Key } from '../texts/texts';
import { type Icon, icon } from './icons';

const SIGNS: Record<Health, Icon> = { healthy: 'check', progressing: 'spin', failed: 'warning', stopped: 'pause' };

export function health(of: Health, detail = ''): TemplateResult {
    return html`<span class="health" data-health=${of}>
        ${icon(SIGNS[of] ?? 'dot')}<span>${t(`health.${of}` as Key)}</span>
        ${detail === '' ? nothing : html`<span class="health-detail">${detail}</span>`}
    </span>`;
}

export function applicationCard(application: Application): TemplateResult {
    const { name, template, space, components = [], addresses = [], problems = [] } = application;
    const from = [template, space].filter(Boolean).join(' · ');
    return html`<article class="card application" aria-labelledby="application-${name}">
        <header>
            <div>
                <h3 id="application-${name}">${name}</h3>
                ${from === '' ? nothing : html`<p class="muted small">${from}</p>`}
            </div>
            ${health(application.health, application.detail ?? '')}
        </header>
        ${problems.length === 0 ? nothing : problemList(problems)}
        ${components.length === 0 ? nothing : html`<ul class="components">${components.map(component)}</ul>`}
        ${addresses.length === 0 ? nothing : html`<ul class="addresses" aria-label=${t('application.addresses')}>
            ${addresses.map((address) => html`<li>${addressOf(address)}</li>`)}
        </ul>`}
        ${restarts(application.restarts ?? 0)}
    </article>`;
}

function component(of: Component): TemplateResult {
    return html`<li>
        <span class="component-name" data-health=${of.health}>${icon(SIGNS[of.health] ?? 'dot')}${of.name}
            <span class="unseen">${t(`health.${of.health}` as Key)}</span></span>
        <span class="component-ready">${t('application.replicas', { ready: of.ready, wanted: of.wanted })}</span>
        <code class="component-image">${of.image}</code>
    </li>`;
}

function problemList(problems: readonly string[]): TemplateResult {
    return html`<ul class="problems">${problems.map((problem) => html`<li>${icon('warning')}<span>${problem}</span></li>`)}</ul>`;
}

/** Only what a browser can open becomes a link; an address inside the cluster stays text. */
function addressOf(address: string): TemplateResult {
    return /^https?:\/\//.test(address)
        ? html`<a href=${address} target="_blank" rel="noopener">${icon('globe')}<span>${address.replace(/^https?:\/\//, '')}</span>${icon('out', 'faint')}<span class="unseen">${t('application.new-window')}</span></a>`
        : html`<code>${address}</code>`;
}

function restarts(count: number): TemplateResult | typeof nothing {
    return count === 0 ? nothing : html`<p class="muted small">${t('application.restarts', { count })}</p>`;
}
