/** The desk's right side: where the person stands, and what is theirs. */
import { html, type TemplateResult } from 'lit';
import { applicationCard } from '../parts/applications';
import { journeySteps } from '../parts/journey';
import { t } from '../texts/texts';
import type { Detail } from './shapes';

export function aboutPerson({ person, journey, applications }: Detail): TemplateResult {
    return html`<h2>${t('desk.person', { name: person.name })}</h2>
        <p class="muted small">${person.username}</p>
        <h3>${t('desk.journey')}</h3>
        ${journeySteps(journey)}
        <h3>${t('desk.applications')}</h3>
        ${applications.length === 0
            ? html`<p class="muted small">${t('desk.no-applications')}</p>`
            : html`<div class="desk-applications">${applications.map(applicationCard)}</div>`}`;
}
