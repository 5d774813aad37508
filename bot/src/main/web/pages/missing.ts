/** Nothing is at this address; the way back is. */
import { html, type TemplateResult } from 'lit';
import { Page } from '../parts/piece';
import { type Key, t } from '../texts/texts';

class Missing extends Page {
    protected readonly titleKey: Key = 'missing.title';

    protected override render(): TemplateResult {
        return html`<section class="form-page">
            <div class="card form-card">
                <h1>${t('missing.title')}</h1>
                <p class="lead">${t('missing.text')}</p>
                <a class="button primary" href="/">${t('missing.back')}</a>
            </div>
        </section>`;
    }
}

customElements.define('cp-missing', Missing);
