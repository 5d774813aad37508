import { html, type TemplateResult } from 'lit';

/**
 * The Markdown subset of `text` blocks, straight to templates: paragraphs, line breaks, lists, **bold**, *italic*,
 * `code`, [links](https://…) and bare http(s) addresses. Nothing is ever parsed as HTML.
 */
export function markdown(text: string): TemplateResult[] {
    return text
        .replace(/\r\n?/g, '\n')
        .split(/\n{2,}/)
        .filter(paragraph => paragraph.trim())
        .flatMap(paragraph => sections(paragraph.split('\n')));
}

const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBER = /^\s*(\d+)[.)]\s+(.*)$/;

type Kind = 'bullet' | 'number' | 'plain';

function kindOf(line: string): Kind {
    return BULLET.test(line) ? 'bullet' : NUMBER.test(line) ? 'number' : 'plain';
}

function sections(lines: string[]): TemplateResult[] {
    const runs: { kind: Kind; lines: string[] }[] = [];
    for (const line of lines) {
        const kind = kindOf(line);
        const run = runs.at(-1);
        if (run?.kind === kind) {
            run.lines.push(line);
        } else {
            runs.push({ kind, lines: [line] });
        }
    }
    return runs.map(run => section(run.kind, run.lines));
}

function section(kind: Kind, lines: string[]): TemplateResult {
    switch (kind) {
        case 'bullet':
            return html`<ul>${lines.map(line => html`<li>${inline(BULLET.exec(line)![1])}</li>`)}</ul>`;
        case 'number':
            return html`<ol start=${NUMBER.exec(lines[0])![1]}>${lines.map(
                line => html`<li>${inline(NUMBER.exec(line)![2])}</li>`,
            )}</ol>`;
        default:
            return html`<p>${lines.map((line, index) => [index ? html`<br />` : '', inline(line)])}</p>`;
    }
}

const INLINE = [
    '`(?<code>[^`]+)`',
    '\\[(?<label>[^\\]]+)\\]\\((?<href>[^\\s()]+)\\)',
    '\\*\\*(?<bold>(?:[^*]|\\*(?!\\*))+)\\*\\*',
    '(?<![\\w*])\\*(?<italic>[^\\s*](?:[^*]*[^\\s*])?)\\*(?![\\w*])',
    '(?<!\\w)_(?<under>[^\\s_](?:[^_]*[^\\s_])?)_(?!\\w)',
    '(?<bare>https?://[^\\s<>"\'`，。；：！？、（）【】「」《》*]*[^\\s<>"\'`，。；：！？、（）【】「」《》*.,;:!?)\\]])',
].join('|');

function inline(text: string): unknown[] {
    const parts: unknown[] = [];
    let end = 0;
    for (const match of text.matchAll(new RegExp(INLINE, 'g'))) {
        parts.push(text.slice(end, match.index), span(match));
        end = match.index + match[0].length;
    }
    return [...parts, text.slice(end)];
}

function span(match: RegExpMatchArray): unknown {
    const { code, label, href, bold, italic, under, bare } = match.groups!;
    if (code !== undefined) {
        return html`<code>${code}</code>`;
    }
    if (bold !== undefined) {
        return html`<strong>${inline(bold)}</strong>`;
    }
    if (bare !== undefined) {
        return link(bare, [bare]) ?? match[0];
    }
    if (href !== undefined) {
        return link(href, inline(label)) ?? match[0];
    }
    return html`<em>${inline(italic ?? under)}</em>`;
}

/** A link to the web, opened beside this page; null for anything else, `javascript:` above all. */
export function link(href: string, content: unknown, style = ''): TemplateResult | null {
    const address = webAddress(href);
    return address
        ? html`<a class=${style} href=${address} target="_blank" rel="noopener noreferrer nofollow">${content}</a>`
        : null;
}

export function webAddress(href: string): string | null {
    try {
        const url = new URL(href);
        return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
    } catch {
        return null;
    }
}
