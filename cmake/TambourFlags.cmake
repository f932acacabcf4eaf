# Every flag stands on one interface target.
find_package(PkgConfig REQUIRED)
add_library(tambour_flags INTERFACE)
target_include_directories(tambour_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_definitions(tambour_flags INTERFACE _GNU_SOURCE
	TAMBOUR_VERSION="${PROJECT_VERSION}"
	TAMBOUR_DATADIR="${CMAKE_INSTALL_FULL_DATADIR}/tambour")
target_compile_options(tambour_flags INTERFACE
	-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wformat=2 -Wundef
	-Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wcast-qual
	-Wpointer-arith -Wvla -Wimplicit-fallthrough -fno-common
	# The compiler must not put the folder of the machine into the program.
	-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)
if(TAMBOUR_WERROR)
	target_compile_options(tambour_flags INTERFACE -Werror)
endif()
if(TAMBOUR_SANITIZE)
	target_compile_options(tambour_flags INTERFACE
		-fsanitize=${TAMBOUR_SANITIZE} -fno-sanitize-recover=all
		-fno-omit-frame-pointer)
	target_link_options(tambour_flags INTERFACE -fsanitize=${TAMBOUR_SANITIZE})
endif()
if(TAMBOUR_HARDENING)
	set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
	set(CMAKE_POSITION_INDEPENDENT_CODE ON)
	target_compile_definitions(tambour_flags INTERFACE _FORTIFY_SOURCE=2)
	target_compile_options(tambour_flags INTERFACE
		-fstack-protector-strong -fstack-clash-protection)
	target_link_options(tambour_flags INTERFACE -pie -Wl,-z,relro,-z,now)
endif()
