# cmake -DOUT=starter_files.c -DLIST=names.txt -DNAME=starter_files -P TambourEmbed.cmake
# Writes files as bytes of a C table, so that the program needs nothing beside it to
# make a commune. LIST: lines `path on disk|path in the commune`.
file(STRINGS ${LIST} rows ENCODING UTF-8)
set(n 0)
set(arrays "")
set(table "")
foreach(row IN LISTS rows)
	string(REPLACE "|" ";" row "${row}")
	list(GET row 0 disk)
	list(GET row 1 path)
	file(READ ${disk} hex HEX)
	string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
	string(APPEND arrays "static const unsigned char file_${n}[] = {${bytes}0};\n")
	string(APPEND table "\t{\"${path}\", file_${n}, sizeof file_${n} - 1},\n")
	math(EXPR n "${n} + 1")
endforeach()
file(WRITE ${OUT}
	"/* Made by cmake/TambourEmbed.cmake: see src/cli/starter.h. */\n#include \"cli/starter.h\"\n\n${arrays}\nconst struct starter_file ${NAME}[] = {\n${table}};\nconst size_t ${NAME}_n = sizeof ${NAME} / sizeof *${NAME};\n")
