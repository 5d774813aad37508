/** Answers that agents give often, at hand in both languages: the person may read another one than the agent. */
import { html, type TemplateResult } from 'lit';
import { type Key, type Language, t, textIn } from '../texts/texts';

const ANSWERS = ['hello', 'details', 'tag', 'done'] as const;
const LANGUAGES: readonly (readonly [Language, string, string])[] = [
    ['zh', 'zh-CN', '中文'],
    ['en', 'en', 'English'],
];

export function cannedAnswers(insert: (text: string) => void): TemplateResult {
    return html`<details class="canned">
        <summary>${t('composer.canned')}</summary>
        <ul>${ANSWERS.map((answer) => row(answer, insert))}</ul>
    </details>`;
}

function row(answer: string, insert: (text: string) => void): TemplateResult {
    const title = t(`canned.${answer}` as Key);
    return html`<li>
        <span>${title}</span>
        ${LANGUAGES.map(
            ([language, tag, name]) => html`<button type="button" class="button quiet small" aria-label="${title}: ${name}"
                @click=${(event: Event) => {
                    (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');
                    insert(textIn(language, `canned.${answer}-text` as Key));
                }}><span lang=${tag}>${name}</span></button>`,
        )}
    </li>`;
}
