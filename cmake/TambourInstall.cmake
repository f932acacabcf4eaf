# What `cmake --install` puts where, and the Debian package that CPack makes of it.
if(NOT TARGET tambour)
	return()
endif()

install(TARGETS tambour RUNTIME)
# Programs that tambour starts, and nobody else.
install(TARGETS tambour-git RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/tambour)
if(TARGET tambour-pdf)
	install(TARGETS tambour-pdf RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/tambour)
endif()
if(TARGET tambour-calendar)
	install(TARGETS tambour-calendar RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/tambour)
endif()
if(TARGET tambour-image)
	install(TARGETS tambour-image RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/tambour)
endif()
if(TARGET tambour-preview)
	install(TARGETS tambour-preview RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/tambour)
endif()
install(DIRECTORY themes/ DESTINATION ${CMAKE_INSTALL_DATADIR}/tambour/themes)
install(FILES docs/tambour.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES docs/tambour.bash RENAME tambour
	DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}
	FILES_MATCHING PATTERN *.md)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
# The name under which Debian looks for a licence.
install(FILES LICENSE RENAME copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_PACKAGE_VENDOR "The Tambour developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "The Tambour developers <tambour@communes.example>")
set(CPACK_DEBIAN_PACKAGE_SECTION web)
# Which libraries it needs is read from the program (dpkg-shlibdeps).
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
