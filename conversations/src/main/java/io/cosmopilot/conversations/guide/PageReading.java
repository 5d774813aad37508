package io.cosmopilot.conversations.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Takes the text out of a page, section by section; nothing of its HTML, scripts or links survives. */
final class PageReading {

    private static final String NOISE =
            "script, style, noscript, template, iframe, object, svg, nav, header, footer, aside, form, button";
    private static final String TEXT = "h1, h2, h3, h4, p, li, pre, td, dt, dd";
    private static final int MOST_SECTIONS = 200;
    private static final int LONGEST = 8_000;

    private final String url;
    private final List<Section> sections = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private String title = "";
    private String heading = "";
    private String anchor = "";

    PageReading(String url) {
        this.url = url;
    }

    List<Section> sections(Document page) {
        title = harmless(page.title().isBlank() ? url : page.title());
        page.select(NOISE).remove();
        Element main = page.select("main, article").first();
        for (Element element : texts(main == null ? page.body() : main)) {
            take(element);
        }
        end();
        return List.copyOf(sections);
    }

    /** Without those inside another one: a paragraph of a list item is said once. */
    private static List<Element> texts(Element root) {
        Elements all = root.select(TEXT);
        return all.stream()
                .filter(element -> element.parents().stream().noneMatch(all::contains))
                .toList();
    }

    private void take(Element element) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4" -> {
                end();
                heading = harmless(element.text());
                anchor = anchorOf(element);
            }
            case "pre" ->
                add("```\n" + element.wholeText().replace("```", "'''").strip() + "\n```");
            case "li" -> add("- " + harmless(element.text()));
            default -> add(harmless(element.text()));
        }
    }

    private void add(String text) {
        if (text.length() > 2 && body.length() + text.length() < LONGEST) {
            boolean list = text.startsWith("- ") && body.toString().lastIndexOf("\n- ") >= 0;
            body.append(body.isEmpty() ? "" : list ? "\n" : "\n\n").append(text);
        }
    }

    private void end() {
        if (!body.isEmpty() && sections.size() < MOST_SECTIONS) {
            sections.add(new Section(anchor.isEmpty() ? url : url + "#" + anchor, title, heading, body.toString()));
        }
        body.setLength(0);
    }

    private static String anchorOf(Element heading) {
        String id =
                heading.id().isEmpty() ? String.valueOf(heading.select("[id]").attr("id")) : heading.id();
        return id.toLowerCase(Locale.ROOT).matches("[a-z0-9._-]{1,80}") ? id : "";
    }

    /** What would be a link or a tag in Markdown is only text. */
    private static String harmless(String text) {
        return text.replace("](", "] (").replace("<", "‹").replace(">", "›").strip();
    }
}
