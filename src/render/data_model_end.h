/* data_model_end.h: forgets the row macros of data_model.def. Included after it, each time. */
#undef SHAPE
#undef TEXT
#undef TEXT_IF
#undef HTML
#undef HTML_IF
#undef LINK
#undef LINK_IF
#undef YES
#undef RECORD
#undef RECORD_IF
#undef LIST
#undef END
