/** The first page: what the platform gives a developer, and the journey it takes. */
import { html, type TemplateResult } from 'lit';
import { firstPageOf, signedIn } from '../api/session';
import { type Icon, icon, mark } from '../parts/icons';
import { Page } from '../parts/piece';
import { type Key, t } from '../texts/texts';

const STEPS: readonly (readonly [string, Icon])[] = [
    ['register', 'person'],
    ['space', 'box'],
    ['push', 'upload'],
    ['template', 'sheet'],
    ['deploy', 'rocket'],
    ['domain', 'globe'],
];
const GIFTS: readonly (readonly [string, Icon])[] = [
    ['deploy', 'rocket'],
    ['space', 'box'],
    ['explain', 'pulse'],
    ['human', 'hand'],
];

class Landing extends Page {
    protected readonly titleKey: Key = 'landing.title';

    override connectedCallback(): void {
        super.connectedCallback();
        signedIn().then((person) => person && location.replace(firstPageOf(person)), () => undefined);
    }

    protected override render(): TemplateResult {
        return html`${this.hero()} ${this.gifts()} ${this.journey()}`;
    }

    private hero(): TemplateResult {
        return html`<section class="hero">
            <div class="hero-row">
                <div class="hero-text">
                    <p class="eyebrow">${t('landing.eyebrow')}</p>
                    <h1>${t('landing.headline')}</h1>
                    <p class="hero-lead">${t('landing.lead')}</p>
                    <p class="hero-actions">
                        <a class="button primary large" href="/register">${t('landing.register')}</a>
                        <a class="button large" href="/sign-in">${t('header.sign-in')}</a>
                    </p>
                </div>
                ${demo()}
            </div>
        </section>`;
    }

    private gifts(): TemplateResult {
        return html`<section class="band" aria-labelledby="gifts-title">
            <h2 id="gifts-title">${t('landing.gifts')}</h2>
            <ul class="gifts">
                ${GIFTS.map(
                    ([id, sign]) => html`<li>
                        <span class="gift-sign">${icon(sign)}</span>
                        <h3>${t(`gift.${id}` as Key)}</h3>
                        <p>${t(`gift.${id}-text` as Key)}</p>
                    </li>`,
                )}
            </ul>
        </section>`;
    }

    private journey(): TemplateResult {
        return html`<section class="band tinted" aria-labelledby="way-title">
            <h2 id="way-title">${t('landing.way')}</h2>
            <p class="lead">${t('landing.way-lead')}</p>
            <ol class="way">
                ${STEPS.map(
                    ([id, sign], index) => html`<li>
                        <span class="way-number" aria-hidden="true">${index + 1}</span>
                        ${icon(sign)}
                        <h3>${t(`way.${id}` as Key)}</h3>
                        <p>${t(`way.${id}-text` as Key)}</p>
                    </li>`,
                )}
            </ol>
            <p class="way-end"><a class="button primary" href="/register">${t('landing.start')}${icon('arrow')}</a></p>
        </section>`;
    }
}

/** A picture of a conversation; the text beside it says the same. */
function demo(): TemplateResult {
    return html`<div class="demo" aria-hidden="true">
        <div class="demo-head">${mark()}<span>Cosmopilot</span></div>
        <p class="demo-person">${t('demo.ask')}</p>
        <div class="demo-bot">
            <p>${t('demo.plan')}</p>
            <ul>
                <li>${icon('check')}<span>mysql</span><span class="demo-detail">1/1</span></li>
                <li>${icon('check')}<span>blog</span><span class="demo-detail">2/2</span></li>
            </ul>
        </div>
        <p class="demo-person">${t('demo.domain')}</p>
        <div class="demo-bot">
            <p>${t('demo.answers')}</p>
            <p class="demo-link">${icon('globe')}<span>blog.example.com</span></p>
        </div>
    </div>`;
}

customElements.define('cp-landing', Landing);
