package io.cosmopilot.conversations.guide;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The pages that were read, kept until they are read again: a page that cannot be had today is still what it was. */
@Component
class KeptPages {

    private static final Logger log = LoggerFactory.getLogger(KeptPages.class);

    private final GuideSettings settings;
    private final Pages pages;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    KeptPages(GuideSettings settings, Pages pages, JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.settings = settings;
        this.pages = pages;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Changes whenever the pages do; constant where none are configured. */
    String state() {
        if (settings.pages().isEmpty()) {
            return "";
        }
        return jdbc.sql("SELECT count(*) || ' ' || coalesce(max(read_at)::text, '') FROM conversations.guide_section")
                .query(String.class)
                .single();
    }

    List<Section> all() {
        if (settings.pages().isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        "SELECT url, title, heading, body FROM conversations.guide_section WHERE page IN (:pages) ORDER BY page, place")
                .param("pages", settings.pages().stream().map(URI::toString).toList())
                .query(Section.class)
                .list();
    }

    /** Reads every page again; called by a job, never in a turn. */
    void refresh() {
        for (URI page : settings.pages()) {
            try {
                keep(page.toString(), pages.read(page));
            } catch (IOException e) {
                log.warn("the guide cannot read {}: {}", page, e.getMessage());
            }
        }
    }

    private void keep(String page, List<Section> sections) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("DELETE FROM conversations.guide_section WHERE page = :page")
                    .param("page", page)
                    .update();
            for (int place = 0; place < sections.size(); place++) {
                insert(page, place, sections.get(place));
            }
        });
        log.info("the guide has read {}: {} sections", page, sections.size());
    }

    private void insert(String page, int place, Section section) {
        jdbc.sql("""
                INSERT INTO conversations.guide_section (page, place, url, title, heading, body, read_at)
                VALUES (:page, :place, :url, :title, :heading, :body, :now)""")
                .param("page", page)
                .param("place", place)
                .param("url", section.url())
                .param("title", section.title())
                .param("heading", section.heading())
                .param("body", section.body())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
