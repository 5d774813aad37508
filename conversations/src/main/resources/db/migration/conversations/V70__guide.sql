-- Documentation pages that the guide has read, section by section.
CREATE TABLE conversations.guide_section (
    page    text        NOT NULL,
    place   integer     NOT NULL,
    url     text        NOT NULL,
    title   text        NOT NULL,
    heading text        NOT NULL,
    body    text        NOT NULL,
    read_at timestamptz NOT NULL,
    PRIMARY KEY (page, place)
);
