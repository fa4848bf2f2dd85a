/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compile/markup.h"

#include "base/arena.h"
#include "compile/pool.h"
#include "folder.h"
#include "suite.h"

static struct folder folder;
static struct draft_text text;

/* Reads the inline content of a p. */
static bool read(const char *p)
{
	text = (struct draft_text){ 0 };
	return markup_text(folder.draft.scratch, &folder.faults, STR("f"),
			   folder_element(&folder, p), &text);
}

static void ck_span(size_t index, enum format_span_kind kind, const char *words)
{
	const struct draft_span *span;

	ck_assert_uint_lt(index, text.spans.count);
	span = &text.spans.at[index];
	ck_assert_int_eq(span->kind, kind);
	ck_str(str_first(str_from(text.words, span->start), span->bytes),
	       words);
}

START_TEST(white_space_is_one_space_and_none_at_the_ends)
{
	folder_begin(&folder);
	ck_assert(read("<p>\n  a \t<em> b</em> c <br/> d  \n</p>"));
	ck_str(text.words, "a b c\nd");
	ck_span(0, FORMAT_EM, "b");
	folder_end(&folder);
}
END_TEST

START_TEST(words_are_composed_and_keep_their_soft_hyphens)
{
	folder_begin(&folder);
	ck_assert(read("<p>a&#x30A;ter&#xAD;vinning</p>"));
	ck_str(text.words, "åter\xC2\xADvinning");
	folder_end(&folder);
}
END_TEST

START_TEST(spans_stand_outer_first_with_what_they_name)
{
	folder_begin(&folder);
	ck_assert(read("<p>å <strong><a page='help' at='x'>se <em>här"
		       "</em></a></strong> <span xml:lang='en'>b</span>\n"
		       "<abbr title=' till  exempel'>t.ex.</abbr> "
		       "<a href='https://a.se/'>c</a></p>"));
	ck_str(text.words, "å se här b t.ex. c");
	ck_assert_uint_eq(text.spans.count, 6);
	ck_span(0, FORMAT_STRONG, "se här");
	ck_span(1, FORMAT_LINK, "se här");
	ck_str(text.spans.at[1].a, "help");
	ck_str(text.spans.at[1].b, "x");
	ck_span(2, FORMAT_EM, "här");
	ck_span(3, FORMAT_FOREIGN, "b");
	ck_str(text.spans.at[3].a, "en");
	ck_span(4, FORMAT_SPOKEN, "t.ex.");
	ck_str(text.spans.at[4].a, "till exempel");
	ck_assert_uint_eq(text.spans.at[4].line, 2);
	ck_span(5, FORMAT_OUTSIDE, "c");
	ck_str(text.spans.at[5].a, "https://a.se/");
	folder_end(&folder);
}
END_TEST

START_TEST(a_datum_holds_its_place)
{
	folder_begin(&folder);
	ck_assert(read("<p>Ring <ref contact='huset' part='tel'/>.</p>"));
	ck_str(text.words, "Ring \x1A.");
	ck_span(0, FORMAT_DATUM_REF, "\x1A");
	ck_str(text.spans.at[0].a, "huset");
	ck_str(text.spans.at[0].b, "tel");
	folder_end(&folder);
}
END_TEST

/* Not taken, with exactly this; or without a word. */
static void ck_refused(const char *p, const char *wanted)
{
	folder_begin(&folder);
	ck_assert(!read(p));
	ck_str(folder_told(&folder), wanted);
	text = (struct draft_text){ 0 };
	ck_assert(!markup_text(folder.draft.scratch, NULL, STR("f"),
			       folder_element(&folder, p), &text));
	ck_str(folder_told(&folder), wanted);
	folder_end(&folder);
}

START_TEST(what_shows_nothing_is_empty)
{
	ck_refused("<p> \n </p>", "f:1: error: <p> is empty.\n");
	ck_refused("<p>&#xA0;<br/></p>", "f:1: error: <p> is empty.\n");
	ck_refused("<p>a <em>&#x200B;</em></p>",
		   "f:1: error: <em> is empty.\n");
}
END_TEST

START_TEST(what_is_not_inline_is_refused)
{
	ck_refused("<p>a\n<ul/></p>",
		   "f:2: error: The element <ul> has no place here.\n");
	ck_refused("<p><a page='a'>b <a page='c'>d</a></a></p>",
		   "f:1: error: The element <a> has no place here.\n");
	ck_refused("<p>a<br>b</br></p>",
		   "f:1: error: Text has no place here: \"b\".\n");
}
END_TEST

START_TEST(attributes_are_held_to_their_element)
{
	ck_refused("<p><em id='a'>b</em></p>",
		   "f:1: error: <em> has no attribute id.\n");
	ck_refused("<p><ref contact='a'/></p>",
		   "f:1: error: <ref> needs the attribute part.\n");
	ck_refused("<p><span xml:lang='?'>b</span></p>",
		   "f:1: error: \"?\" is no value for xml:lang.\n");
	ck_refused("<p><em translate='ja'>b</em></p>",
		   "f:1: error: \"ja\" is no value for translate.\n");
	ck_refused("<p><abbr title=''>b</abbr></p>",
		   "f:1: error: \"\" is no value for title.\n");
	ck_refused("<p><abbr title='&#xA0;'>b</abbr></p>",
		   "f:1: error: \"\xC2\xA0\" is no value for title.\n");
}
END_TEST

START_TEST(what_is_kept_outlives_its_tree)
{
	struct draft_text plain;

	folder_begin(&folder);
	ck_assert(read("<p>Hej</p>"));
	markup_keep(&folder.draft, &text);
	plain = text;
	ck_assert(read("<p>Ring <ref contact='huset' part='tel'/></p>"));
	markup_keep(&folder.draft, &text);
	folder_forget(&folder);
	ck_str(plain.words, "Hej");
	ck_assert_ptr_eq(pool_keep(folder.draft.pool, STR("Hej")).at,
			 plain.words.at);
	ck_str(text.words, "Ring \x1A");
	ck_str(text.spans.at[0].a, "huset");
	ck_str(text.spans.at[0].b, "tel");
	/* Without its datum it is no text of the book. */
	ck_assert_uint_eq(pool_pieces(folder.draft.pool)->bytes, 3);
	folder_end(&folder);
}
END_TEST

START_TEST(plain_text_is_trimmed_and_composed)
{
	struct arena *arena = arena_new();

	ck_str(markup_plain(arena, STR(" \n a\t\r\n b ")), "a b");
	ck_str(markup_plain(arena, STR("a\xCC\x8A o\xC2\xADs")), "å os");
	ck_str(markup_plain(arena, STR(" ")), "");
	arena_drop(arena);
}
END_TEST

SUITE("compile/markup", white_space_is_one_space_and_none_at_the_ends,
      words_are_composed_and_keep_their_soft_hyphens,
      spans_stand_outer_first_with_what_they_name, a_datum_holds_its_place,
      what_shows_nothing_is_empty, what_is_not_inline_is_refused,
      attributes_are_held_to_their_element, what_is_kept_outlives_its_tree,
      plain_text_is_trimmed_and_composed)
