/** The accounts of other channels that a person has linked, and the way to unlink them. */
import { html, type TemplateResult } from 'lit';
import { call, get } from '../api/calls';
import { Problem } from '../api/problem';
import type { Linked } from '../api/shapes';
import { t } from '../texts/texts';
import { notice } from './fields';
import { Piece } from './piece';

class Links extends Piece {
    static override properties = { links: { state: true }, problem: { state: true } };
    declare links: readonly Linked[];
    declare problem: Problem | undefined;

    constructor() {
        super();
        this.links = [];
    }

    override connectedCallback(): void {
        super.connectedCallback();
        void this.load();
    }

    protected override render(): TemplateResult {
        return html`<h2 id="links">${t('links.title')}</h2>
            ${notice('error', this.problem?.message)}
            ${this.links.length === 0 ? html`<p class="hint">${t('links.none')}</p>` : ''}
            <dl class="facts">${this.links.map((link) => this.row(link))}</dl>`;
    }

    private row(link: Linked): TemplateResult {
        return html`<div>
            <dt>${channelName(link.channel)}</dt>
            <dd>${link.name} <button class="button" @click=${() => this.unlink(link)}>${t('links.unlink')}</button></dd>
        </div>`;
    }

    private async load(): Promise<void> {
        await this.attempt(async () => (this.links = await get<readonly Linked[]>('/api/me/links')));
    }

    private async unlink(link: Linked): Promise<void> {
        await this.attempt(() => call('DELETE', `/api/me/links/${encodeURIComponent(link.channel)}`));
        await this.load();
    }

    private async attempt(deed: () => Promise<unknown>): Promise<void> {
        try {
            await deed();
            this.problem = undefined;
        } catch (thrown) {
            this.problem = Problem.from(thrown);
        }
    }
}

/** What people call a channel. */
export function channelName(channel: string): string {
    return channel.charAt(0).toUpperCase() + channel.slice(1);
}

customElements.define('cp-links', Links);
