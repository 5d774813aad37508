import { html, nothing } from 'lit';
import { bubble, close, down, star } from '../icons';
import type { View } from './view';

/** The round button in the corner. */
export function launcher(view: View, opened: boolean, toggle: () => void): unknown {
    const { texts, conversation } = view;
    const unread = opened ? 0 : conversation.unread;
    const label = opened ? texts.close : unread ? `${texts.openChat} (${texts.unread(unread)})` : texts.openChat;
    return html`<button
        type="button"
        class="launcher"
        part="launcher"
        data-launcher
        aria-label=${label}
        aria-expanded=${opened ? 'true' : 'false'}
        aria-controls="panel"
        @click=${toggle}
    >
        ${opened ? down : bubble}
        ${unread ? html`<span class="badge" part="badge" data-unread=${unread} aria-hidden="true">${unread > 99 ? '99+' : unread}</span>` : nothing}
    </button>`;
}

export function header(view: View, line: string, changeLanguage: () => void, hide: () => void): unknown {
    const { texts } = view;
    const words = { open: texts.online, connecting: texts.connecting, waiting: texts.connecting }[line];
    return html`<header class="head" part="header">
        <span class="brand">${star}</span>
        <div>
            <h2 id="title">${texts.assistant}</h2>
            <p class="line ${line}" role="status"><i></i>${words}</p>
        </div>
        <button type="button" class="tool" data-language aria-label=${texts.language} title=${texts.language} @click=${changeLanguage}>
            ${texts.languageShort}
        </button>
        <button type="button" class="tool" data-close aria-label=${texts.close} title=${texts.close} @click=${hide}>${close}</button>
    </header>`;
}

export function signInPanel({ texts }: View, href: string): unknown {
    return html`<div class="middle">
        <span class="brand">${star}</span>
        <h3>${texts.signInTitle}</h3>
        <p>${texts.signInText}</p>
        <a class="choice primary" href=${href} data-sign-in>${texts.signIn}</a>
    </div>`;
}

/** Before the first message, which is the bot's greeting. */
export const empty = html`<div class="middle"><i class="spinner"></i></div>`;

/** What is wrong with the line, or what the server complains about. */
export function notices(view: View, lineTrouble: boolean): unknown {
    const { texts, conversation } = view;
    return html`<div class="notices" role="status">
        ${lineTrouble ? html`<p class="notice" data-line-trouble>${navigator.onLine ? texts.waiting : texts.offline}</p>` : nothing}
        ${conversation.complaint
            ? html`<p class="notice error" data-complaint>
                  <span>${conversation.complaint}</span>
                  <button type="button" class="quiet" aria-label=${texts.close} @click=${() => conversation.dismiss()}>${close}</button>
              </p>`
            : nothing}
    </div>`;
}

export function typingMark(view: View): unknown {
    const { typist } = view.conversation;
    const { texts } = view;
    return typist && typist !== 'person'
        ? html`<div class="typing" data-typing><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span
              ><span class="unseen">${typist === 'agent' ? texts.agent : texts.assistant} ${texts.typing}</span></div>`
        : nothing;
}
