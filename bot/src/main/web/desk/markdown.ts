/** The small part of Markdown that messages use, as templates: nothing a person wrote ever becomes markup. */
import { html, type TemplateResult } from 'lit';

type Piece = TemplateResult | string;

const LIST = /^\s*(?:[-*•]|\d+[.)])\s+/;
const SPANS =
    /`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|(?<![\w*])\*(?<italic>[^*\s][^*]*)\*(?!\w)|\[(?<label>[^\]]+)\]\((?<href>[^)\s]+)\)|(?<bare>https?:\/\/[^\s<>，。；、（）]*[^\s<>，。；、（）.,;:!?)])/g;

export function markdown(text: string): TemplateResult[] {
    return text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map(paragraph);
}

function paragraph(text: string): TemplateResult {
    const lines = text.split('\n');
    return lines.every((line) => LIST.test(line))
        ? html`<ul class="bullets">${lines.map((line) => html`<li>${spans(line.replace(LIST, ''))}</li>`)}</ul>`
        : html`<p>${lines.map((line, index) => [index === 0 ? '' : html`<br />`, ...spans(line)])}</p>`;
}

function spans(line: string): Piece[] {
    const pieces: Piece[] = [];
    let end = 0;
    for (const found of line.matchAll(SPANS)) {
        pieces.push(line.slice(end, found.index), span(found));
        end = found.index + found[0].length;
    }
    return [...pieces, line.slice(end)];
}

function span(found: RegExpMatchArray): Piece {
    const { code, bold, italic, label, href, bare } = found.groups ?? {};
    if (code !== undefined) {
        return html`<code>${code}</code>`;
    }
    if (bold !== undefined) {
        return html`<strong>${bold}</strong>`;
    }
    if (italic !== undefined) {
        return html`<em>${italic}</em>`;
    }
    return link(bare ?? href ?? '', bare ?? label ?? '') ?? found[0];
}

/** A link, unless it leads where no link of a message should lead. */
export function link(href: string, label: string): TemplateResult | undefined {
    return /^(https?:\/\/|\/(?!\/))/i.test(href)
        ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${label}</a>`
        : undefined;
}
