# tambour_folder(<name> SOURCES a.c b.c DEPENDS base text LIBRARIES PkgConfig::YAML)
# makes the library of one folder of src. DEPENDS repeats the folder's row of src/LAYERS.
function(tambour_folder name)
	cmake_parse_arguments(PARSE_ARGV 1 F "" "" "SOURCES;DEPENDS;LIBRARIES")
	add_library(tambour_${name} STATIC ${F_SOURCES})
	list(TRANSFORM F_DEPENDS PREPEND tambour_)
	target_link_libraries(tambour_${name} PUBLIC tambour_flags ${F_DEPENDS}
		PRIVATE ${F_LIBRARIES})
endfunction()

# tambour_unit(<folder> test_a.c test_b.c): one cmocka program per file, run by ctest
# under the name unit.<folder>.<file>.
function(tambour_unit folder)
	foreach(file IN LISTS ARGN)
		get_filename_component(stem ${file} NAME_WE)
		set(target ${folder}_${stem})
		add_executable(${target} ${file})
		target_link_libraries(${target} PRIVATE tambour_${folder} PkgConfig::CMOCKA)
		add_test(NAME unit.${folder}.${stem} COMMAND ${target}
			WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
		set_tests_properties(unit.${folder}.${stem} PROPERTIES LABELS unit TIMEOUT 120)
	endforeach()
endfunction()
